import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { promotionFigures } from '#app/features/figures/figures-view.server.ts'
import { PromotionPlots } from '#app/features/figures/promotion-plots.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { countWithoutLink, listLinks } from '../domain/links.server.ts'
import { addLink } from '../domain/save-link.server.ts'
import { bySource } from '../domain/source-figures.ts'
import { sourceNames } from '../source-names.ts'
import { LinkFields } from './link-fields.tsx'
import { linkSchema } from './link-form.schema.ts'
import { goneTargets, linkDetailsOf } from './link-form-values.ts'
import { listNamedTargets } from './link-targets.server.ts'
import { SourceTable } from './source-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['organize.event.promotion'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const [links, without] = await Promise.all([listLinks(ctx, event.id), countWithoutLink(event.id)])
  return data({
    targets: await listNamedTargets(event.id, ctx.locale),
    links: links.map(({ id, archivedAt, name, source, requests, people, unsure, registered, joined }) => ({
      id,
      isArchived: archivedAt !== null,
      name,
      source,
      requests,
      people,
      unsure,
      registered,
      joined,
    })),
    sources: bySource(links, without),
    figures: await promotionFigures(ctx, event, links),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, linkSchema)
  if (!form.ok) return refuse(form)
  try {
    const { id } = await addLink(ctx, { eventId: event.id, details: linkDetailsOf(form.data) })
    return redirect(`/organize/events/${event.slug}/promotion/links/${id}`, 303)
  } catch (error) {
    return refuseAt(error, form, goneTargets, { otherwise: 'form' })
  }
}

/** Where those who register come from: counted links on posters, with partners, in posts. */
export default function Promotion() {
  const frame = useEventFrame()
  const { links, sources, figures, targets } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const open = links.filter(({ isArchived }) => !isArchived)
  const archived = links.filter(({ isArchived }) => isArchived)
  return (
    <DeskPage
      title={m['organize.event.promotion']()}
      actions={
        <ButtonLink variant="quiet" href={`/organize/events/${frame.slug}/promotion/lists`}>
          {m['lists.offered.title']()}
        </ButtonLink>
      }
    >
      <p className="measure soft">{m['links.desk.lead']()}</p>
      <p>
        <a href={`/organize/events/${frame.slug}/promotion/posts`}>{m['links.desk.posts']()}</a>
      </p>
      {open.length === 0 ? (
        <EmptyState title={m['links.desk.none']()} />
      ) : (
        <LinkTable caption={m['links.desk.links']()} links={open} slug={frame.slug} />
      )}
      <details id="add-link" open={Boolean(refused) || open.length === 0}>
        <summary>{m['links.desk.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <LinkFields refused={refused} initial={{}} targets={targets} />
          <p>
            <Button>{m['links.desk.add']()}</Button>
          </p>
        </Form>
      </details>
      {archived.length > 0 && (
        <details id="archived-links">
          <summary>{m['links.desk.archived']({ count: archived.length })}</summary>
          <LinkTable caption={m['links.desk.archived-hint']()} links={archived} slug={frame.slug} />
        </details>
      )}
      <SourceTable sources={sources} />
      <PromotionPlots figures={figures} />
      <details>
        <summary>{m['links.desk.how']()}</summary>
        <p className="measure">{m['links.desk.how-requests']()}</p>
        <p className="measure">{m['links.desk.how-people']()}</p>
        <p className="measure">{m['links.desk.how-registered']()}</p>
        <p className="measure">{m['links.desk.how-joined']()}</p>
      </details>
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['links'][number]

function LinkTable({ caption, links, slug }: { caption: string; links: Row[]; slug: string }) {
  return (
    <DataTable
      caption={caption}
      columns={columns(
        slug,
        links.some(({ joined }) => joined > 0),
      )}
      rows={links}
      rowKey={({ id }) => id}
      rowId={({ id }) => `link-${id}`}
    />
  )
}

function columns(slug: string, hasSupporters: boolean): Column<Row>[] {
  const figure = (
    key: 'requests' | 'people' | 'unsure' | 'registered' | 'joined',
    header: string,
  ): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: (row) => formatCount(row[key], getLocale()),
  })
  return [
    {
      key: 'name',
      header: m['links.form.name'](),
      names: true,
      cell: ({ id, name }) => <a href={`/organize/events/${slug}/promotion/links/${id}`}>{name}</a>,
    },
    { key: 'source', header: m['links.form.source'](), cell: ({ source }) => sourceNames[source]() },
    figure('requests', m['links.figure.requests']()),
    figure('people', m['links.figure.people']()),
    figure('unsure', m['links.figure.unsure']()),
    figure('registered', m['links.figure.registered']()),
    ...(hasSupporters ? [figure('joined', m['links.figure.joined']())] : []),
  ]
}
