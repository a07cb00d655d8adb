import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
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
import { listGoals } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { goalStateName } from '../../goal-labels.ts'
import { goalSchema } from '../../initiatives.schema.ts'
import { dayText } from '../../page/day-text.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'
import { GoalFields } from './part-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.goals'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: await listGoals(initiative.id) })
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
    <InitiativeFrame desk={desk} current="goals" title={m['initiatives.tab.goals']()}>
      {rows.length === 0 ? (
        <EmptyState title={m['initiatives.desk.no-goals']()} />
      ) : (
        <DataTable
          caption={m['initiatives.tab.goals']()}
          captionHidden
          columns={columns(desk.slug)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <details id="add" open={Boolean(refused) || rows.length === 0}>
        <summary>{m['initiatives.desk.add-goals']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <GoalFields tools={formTools(refused, { state: 'planned' })} />
          <p>
            <Button>{m['initiatives.desk.add-goals']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(slug: string): Column<Row>[] {
  const page = `/organize/initiatives/${slug}/goals`
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
      key: 'state',
      header: m['initiatives.form.goal-state'](),
      cell: ({ state }) => goalStateName(state),
    },
    {
      key: 'due',
      header: m['initiatives.form.due'](),
      cell: ({ dueOn }) => (dueOn ? dayText(dueOn, getLocale()) : '–'),
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
