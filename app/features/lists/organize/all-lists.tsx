import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OrganizationTabs } from '#app/organize/tabs/organization-tabs.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { slugOf } from '#app/shared/slug.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listLists } from '../domain/lists.server.ts'
import { addList } from '../domain/save-list.server.ts'
import { ListFields } from './list-fields.tsx'
import { newListSchema } from './list-form.schema.ts'
import { ownOrganization } from './own-list.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['lists.desk.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, organization, path } = await ownOrganization(request, params)
  const lists = await listLists(ctx, organization.id)
  return data({
    name: organization.name,
    slug: organization.slug,
    path,
    lists: lists.map(({ id, title, archivedAt, waiting, confirmed, gone }) => ({
      id,
      title,
      isArchived: archivedAt !== null,
      waiting,
      confirmed,
      gone,
    })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, organization, path } = await ownOrganization(request, params)
  const form = await readForm(request, newListSchema)
  if (!form.ok) return refuse(form)
  const { title, description, consent, slug } = form.data
  try {
    const added = await addList(ctx, {
      organizationId: organization.id,
      isChosen: slug !== '',
      slug: slug || slugOf(title.en || title.vi) || organization.slug,
      details: {
        title: write(title, ctx.locale),
        description: write(description, ctx.locale),
        consent: write(consent, ctx.locale),
      },
    })
    return redirect(`${path}/${added.id}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'list-address-taken': 'slug' }, { otherwise: 'form' })
  }
}

/** The lists of an organization, with how many stand on each. */
export default function AllLists() {
  const { name, slug, path, lists } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const organization = textIn(name, getLocale())
  return (
    <DeskPage title={m['lists.desk.of']({ organization })}>
      <OrganizationTabs slug={slug} current="lists" />
      <p className="measure soft">{m['lists.desk.lead']()}</p>
      {lists.length === 0 ? (
        <EmptyState title={m['lists.desk.none']()} />
      ) : (
        <DataTable
          caption={m['lists.desk.title']()}
          captionHidden
          columns={columns(path)}
          rows={lists}
          rowKey={({ id }) => id}
        />
      )}
      <details id="add-list" open={Boolean(refused) || lists.length === 0}>
        <summary>{m['lists.desk.add']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <ListFields
            refused={refused}
            initial={{
              consent: { vi: usualConsent('vi', organization), en: usualConsent('en', organization) },
            }}
            isNew
          />
          <p>
            <Button>{m['lists.desk.add']()}</Button>
          </p>
        </Form>
      </details>
    </DeskPage>
  )
}

/** What most lists ask consent to, to begin with. */
function usualConsent(locale: 'vi' | 'en', organization: string): string {
  return m['lists.desk.usual-consent']({ organization }, { locale })
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['lists'][number]

function columns(path: string): Column<Row>[] {
  const figure = (key: 'confirmed' | 'waiting' | 'gone', header: string): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: (row) => formatCount(row[key], getLocale()),
  })
  return [
    {
      key: 'title',
      header: m['lists.desk.name'](),
      names: true,
      cell: ({ id, title, isArchived }) => (
        <>
          <a href={`${path}/${id}`}>
            <Translated value={title} />
          </a>
          {isArchived && (
            <>
              {' '}
              <Badge>{m['lists.desk.closed']()}</Badge>
            </>
          )}
        </>
      ),
    },
    figure('confirmed', m['lists.state.confirmed']()),
    figure('waiting', m['lists.state.waiting']()),
    figure('gone', m['lists.state.left']()),
  ]
}
