import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { formatCount, formatDay } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { getLink, isLinkUsed, listLinkDays } from '../domain/links.server.ts'
import { editLink } from '../domain/save-link.server.ts'
import { printedAddress } from '../link-picture.server.ts'
import { LinkFields } from './link-fields.tsx'
import { linkSchema } from './link-form.schema.ts'
import { goneTargets, linkDetailsOf, linkFormValues } from './link-form-values.ts'
import { listNamedTargets } from './link-targets.server.ts'
import { PutAway } from './put-away.tsx'
import { Bar } from './source-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['links.desk.one'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const link = await getLink(ctx, event.id, params.link ?? '')
  const values = linkFormValues(link)
  return data({
    id: link.id,
    code: link.code,
    name: link.name,
    address: printedAddress(link.code),
    isArchived: link.archivedAt !== null,
    isUsed: await isLinkUsed(link.id),
    values,
    targets: await listNamedTargets(event.id, ctx.locale, values.target),
    base: footprint(values),
    days: await listLinkDays(link.id),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const link = await getLink(ctx, event.id, params.link ?? '')
  const list = `/organize/events/${event.slug}/promotion#link-${link.id}`
  return saveMerged(request, {
    schema: linkSchema,
    stored: link,
    valuesOf: linkFormValues,
    save: async (form, seen) => {
      const details = linkDetailsOf(form.data)
      try {
        const isChanged = await editLink(ctx, { eventId: event.id, seen, details })
        return isChanged ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, goneTargets)
      }
    },
  })
}

/** One counted link: its address and code for print, what it is called and leads to, and its days. */
export default function LinkPage() {
  const frame = useEventFrame()
  const { id, code, name, address, values, base, days, targets, isArchived, isUsed } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={name}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/promotion`}>
          {m['organize.event.promotion']()}
        </a>
      </p>
      <TextField
        name="address"
        label={m['links.desk.address']()}
        defaultValue={address}
        readOnly
        translate="no"
      />
      <figure className="stack tight start">
        <img
          className="link-code"
          src={`/go/${code}.svg`}
          alt={m['links.desk.code-alt']({ name })}
          width={208}
          height={208}
        />
        <figcaption className="cluster">
          <ButtonLink variant="quiet" href={`/go/${code}.svg`} download>
            {m['links.desk.svg']()}
          </ButtonLink>
          <ButtonLink variant="quiet" href={`/go/${code}.png`} download>
            {m['links.desk.png']()}
          </ButtonLink>
          <ButtonLink
            variant="quiet"
            href={`/organize/events/${frame.slug}/promotion/links/${id}/poster.pdf`}
          >
            {m['links.desk.poster']()}
          </ButtonLink>
        </figcaption>
      </figure>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <LinkFields refused={refused} initial={values} targets={targets} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      <PutAway
        page={`/organize/events/${frame.slug}/promotion/links/${id}`}
        isArchived={isArchived}
        isUsed={isUsed}
      />
      {days.length > 0 && (
        <DataTable
          caption={m['links.desk.days']()}
          columns={columns(Math.max(1, ...days.map(({ person }) => person)))}
          rows={days}
          rowKey={({ day }) => day}
        />
      )}
    </DeskPage>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['days'][number]

function columns(most: number): Column<Row>[] {
  const locale = getLocale()
  const figure = (key: 'person' | 'unsure' | 'machine', header: string): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: (row) => formatCount(row[key], locale),
  })
  return [
    {
      key: 'day',
      header: m['links.figure.day'](),
      names: true,
      cell: ({ day }) => formatDay(new Date(`${day}T12:00:00Z`), 'UTC', locale),
    },
    {
      key: 'share',
      header: m['links.figure.share'](),
      cell: ({ person }) => <Bar share={Math.max(0, person) / most} />,
    },
    figure('person', m['links.figure.people']()),
    figure('unsure', m['links.figure.unsure']()),
    figure('machine', m['links.figure.machines']()),
  ]
}
