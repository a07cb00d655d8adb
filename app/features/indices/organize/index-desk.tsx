import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { findEditions } from '../domain/indices.server.ts'
import { addEdition } from '../domain/save-edition.server.ts'
import { EditionFields } from './index-fields.tsx'
import { editionSchema } from './index-form.schema.ts'
import { editionDetailsOf } from './index-form-values.ts'
import { ownIndex } from './own-index.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? textIn(data.name, getLocale()) : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, of, all, path, desk } = await ownIndex(request, params)
  const editions = await findEditions(of.id, false)
  return data({
    name: of.name,
    desk,
    slug: of.slug,
    all,
    path,
    isPublic: initiative.publishedAt !== null,
    editions: editions.map(({ id, year, publishedAt, entries }) => {
      return { id, year, isPublished: publishedAt !== null, count: entries.length }
    }),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, path } = await ownIndex(request, params)
  const form = await readForm(request, editionSchema)
  if (!form.ok) return refuse(form)
  try {
    const added = await addEdition(ctx, { of, details: editionDetailsOf(form.data) })
    return redirect(`${path}/editions/${added.id}`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'edition-taken': 'year' })
  }
}

/** An index with its editions, the latest first. */
export default function IndexDesk() {
  const { desk, name, slug, all, path, isPublic, editions } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const locale = getLocale()
  return (
    <InitiativeFrame
      desk={desk}
      current="indices"
      title={textIn(name, locale)}
      actions={
        <>
          {isPublic && (
            <ButtonLink variant="quiet" href={publicPath.index(locale, slug)}>
              {m['indices.desk.public']()}
            </ButtonLink>
          )}
          <ButtonLink variant="quiet" href={`${path}/places`}>
            {m['indices.desk.units']()}
          </ButtonLink>
          <ButtonLink variant="quiet" href={`${path}/settings`}>
            {m['indices.desk.settings']()}
          </ButtonLink>
        </>
      }
    >
      <p>
        <a className="breadcrumb" href={all}>
          {m['indices.desk.title']()}
        </a>
      </p>
      {editions.length === 0 ? (
        <EmptyState title={m['indices.desk.no-edition']()} />
      ) : (
        <DataTable
          caption={m['indices.page.editions']()}
          captionHidden
          rows={editions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'year',
              header: m['indices.unit.edition'](),
              names: true,
              cell: ({ id, year }) => <a href={`${path}/editions/${id}`}>{year}</a>,
            },
            {
              key: 'count',
              header: m['indices.desk.named'](),
              align: 'end',
              cell: ({ count }) => formatCount(count, locale),
            },
            {
              key: 'state',
              header: m['indices.desk.state'](),
              cell: ({ isPublished }) => <EditionState isPublished={isPublished} />,
            },
          ]}
        />
      )}
      <details id="add-edition" open={Boolean(refused) || editions.length === 0}>
        <summary>{m['indices.desk.add-edition']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <EditionFields refused={refused} initial={{}} isNew />
          <p>
            <Button>{m['indices.desk.add-edition']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}

export function EditionState({ isPublished }: { isPublished: boolean }) {
  return isPublished ? (
    <StateMark tone="good">{m['indices.desk.published']()}</StateMark>
  ) : (
    <StateMark tone="care">{m['indices.desk.draft']()}</StateMark>
  )
}
