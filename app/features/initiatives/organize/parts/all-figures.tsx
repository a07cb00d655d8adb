import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listFigures } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { figureSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'
import { FigureFields } from './part-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.figures'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: await listFigures(initiative.id) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, figureSchema)
  if (!form.ok) return refuse(form)
  try {
    await addPart(ctx, { initiativeId: initiative.id, details: { kind: 'figure', ...form.data } })
  } catch (error) {
    return refuseAt(error, form, {}, { otherwise: 'form' })
  }
  return redirect(`${path}/figures`, 303)
}

/** The figures that are followed, and the form for a new one. */
export default function AllFigures() {
  const { desk, rows } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame desk={desk} current="figures" title={m['initiatives.tab.figures']()}>
      {rows.length === 0 ? (
        <EmptyState title={m['initiatives.desk.no-figures']()} />
      ) : (
        <DataTable
          caption={m['initiatives.tab.figures']()}
          captionHidden
          columns={columns(desk.slug)}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <details id="add" open={Boolean(refused) || rows.length === 0}>
        <summary>{m['initiatives.desk.add-figures']()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          <FigureFields tools={formTools(refused, {})} />
          <p>
            <Button>{m['initiatives.desk.add-figures']()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(slug: string): Column<Row>[] {
  const page = `/organize/initiatives/${slug}/figures`
  return [
    {
      key: 'name',
      header: m['initiatives.desk.name'](),
      names: true,
      cell: ({ id, name }) => (
        <a href={`${page}/${id}`}>
          <Translated value={name} />
        </a>
      ),
    },
    {
      key: 'values',
      header: m['initiatives.form.points'](),
      align: 'end',
      cell: ({ points }) => formatCount(points.length, getLocale()),
    },
    {
      key: 'removal',
      header: m['initiatives.desk.remove'](),
      actions: true,
      cell: ({ id, name }) => (
        <form method="post" action={`${page}/${id}/removal`}>
          <Button
            variant="plain"
            aria-label={m['initiatives.desk.remove-name']({ name: textIn(name, getLocale()) })}
          >
            {m['initiatives.desk.remove']()}
          </Button>
        </form>
      ),
    },
  ]
}
