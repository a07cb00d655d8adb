import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import type { Column } from '#app/ui/data-table.tsx'
import { listGoals } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { goalStateName } from '../../goal-labels.ts'
import { goalSchema } from '../../initiatives.schema.ts'
import { dayText } from '../../page/day-text.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { GoalFields } from './part-fields.tsx'
import { PartList } from './part-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.goals'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: (await listGoals(initiative.id)).map((row) => ({ ...row, called: row.title })) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, goalSchema)
  if (!form.ok) return refuse(form)
  try {
    await addPart(ctx, { initiativeId: initiative.id, details: { kind: 'goal', ...form.data } })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${path}/goals`, 303)
}

/** The goals of an initiative, and the form for a new one. */
export default function AllGoals() {
  const { desk, rows } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PartList desk={desk} kind="goals" rows={rows} columns={columns()} refused={refused}>
      <GoalFields tools={formTools(refused, { state: 'planned' })} />
    </PartList>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(): Column<Row>[] {
  return [
    {
      key: 'state',
      header: m['initiatives.form.goal-state'](),
      cell: ({ state }) => goalStateName(state),
    },
    {
      key: 'due',
      header: m['initiatives.form.due'](),
      cell: ({ dueOn }) => (dueOn ? dayText(dueOn, getLocale()) : '–'),
    },
  ]
}
