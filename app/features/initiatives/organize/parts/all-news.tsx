import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { EventState } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listNews } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { newsSchema } from '../../initiatives.schema.ts'
import { dayText } from '../../page/day-text.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'
import { NewsFields } from './part-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.news'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: await listNews(initiative.id), today: ctx.now.toISOString().slice(0, 10) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, newsSchema)
  if (!form.ok) return refuse(form)
  try {
    await addPart(ctx, { initiativeId: initiative.id, details: { kind: 'news', ...form.data } })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${path}/news`, 303)
}

/** The news of an initiative, drafts among them, and the form for a new entry. */
export default function AllNews() {
  const { desk, rows, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame desk={desk} current="news" title={m['initiatives.tab.news']()}>
      {rows.length === 0 ? (
        <EmptyState title={m['initiatives.desk.no-news']()} />
      ) : (
        <DataTable
          caption={m['initiatives.tab.news']()}
          captionHidden
          columns={columns(desk.slug)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <details id="add" open={Boolean(refused) || rows.length === 0}>
        <summary>{m['initiatives.desk.add-news']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <NewsFields tools={formTools(refused, { datedOn: today })} />
          <p>
            <Button>{m['initiatives.desk.add-news']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(slug: string): Column<Row>[] {
  const page = `/organize/initiatives/${slug}/news`
  return [
    {
      key: 'name',
      header: m['initiatives.desk.name'](),
      names: true,
      cell: ({ id, title }) => (
        <a href={`${page}/${id}`}>
          <Translated value={title} />
        </a>
      ),
    },
    {
      key: 'day',
      header: m['initiatives.form.dated'](),
      cell: ({ datedOn }) => dayText(datedOn, getLocale()),
    },
    {
      key: 'state',
      header: m['initiatives.desk.state'](),
      cell: ({ publishedAt }) => <EventState published={publishedAt !== null} cancelled={false} />,
    },
    {
      key: 'removal',
      header: m['initiatives.desk.remove'](),
      actions: true,
      cell: ({ id, title }) => (
        <form method="post" action={`${page}/${id}/removal`}>
          <Button
            variant="plain"
            aria-label={m['initiatives.desk.remove-name']({ name: textIn(title, getLocale()) })}
          >
            {m['initiatives.desk.remove']()}
          </Button>
        </form>
      ),
    },
  ]
}
