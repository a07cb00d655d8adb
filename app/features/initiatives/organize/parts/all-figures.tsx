import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { formatCount } from '#app/shared/time/format.ts'
import type { Column } from '#app/ui/data-table.tsx'
import { listFigures } from '../../domain/parts/part-rows.server.ts'
import { addPart } from '../../domain/parts/save-part.server.ts'
import { figureSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { FigureFields } from './part-fields.tsx'
import { PartList } from './part-list.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.figures'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, rows: (await listFigures(initiative.id)).map((row) => ({ ...row, called: row.name })) })
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
    <PartList desk={desk} kind="figures" rows={rows} columns={columns()} refused={refused}>
      <FigureFields tools={formTools(refused, {})} />
    </PartList>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function columns(): Column<Row>[] {
  return [
    {
      key: 'values',
      header: m['initiatives.form.points'](),
      align: 'end',
      cell: ({ points }) => formatCount(points.length, getLocale()),
    },
  ]
}
