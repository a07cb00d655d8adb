import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { EventState } from '#app/organize/event-frame.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import type { Column } from '#app/ui/data-table.tsx'
import { listNews } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { newsSchema } from '../../initiatives.schema.ts'
import { dayText } from '../../page/day-text.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { NewsFields } from './part-fields.tsx'
import { PartList } from './part-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.news'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, desk } = await initiativeDesk(request, params)
  return data({
    desk,
    rows: (await listNews(initiative.id)).map((row) => ({ ...row, called: row.title })),
    today: ctx.now.toISOString().slice(0, 10),
  })
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
    <PartList desk={desk} kind="news" rows={rows} columns={columns()} refused={refused}>
      <NewsFields tools={formTools(refused, { datedOn: today })} />
    </PartList>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(): Column<Row>[] {
  return [
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
  ]
}
