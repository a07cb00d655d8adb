import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { haveStaleSource } from '../../domain/parts/figure-points.ts'
import { inBothLanguages } from '../../domain/parts/older-sources.ts'
import { getPart } from '../../domain/parts/part-rows.server.ts'
import { editPart } from '../../domain/parts/save-part.server.ts'
import { figureSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { figureValues, staleFields } from '../form-values.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { FigureFields } from './part-fields.tsx'
import { PartPage } from './part-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(data ? textIn(data.name, getLocale()) : '', data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  const stored = await getPart('figure', initiative.id, params.figure ?? '')
  const values = figureValues(stored)
  const { name, points } = stored
  return data({
    desk,
    id: stored.id,
    name,
    values,
    base: footprint(values),
    stale: [...staleFields({ name }), ...(haveStaleSource(points) ? ['points'] : [])],
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const stored = await getPart('figure', initiative.id, params.figure ?? '')
  const form = await formOrRestored(request, {
    initiativeId: initiative.id,
    verbs: ['figure.edited'],
    subjectId: stored.id,
    stored,
    valuesOf: figureValues,
    renamed: inBothLanguages,
  })
  const back = `${path}/figures`
  return saveMerged(form, {
    schema: figureSchema,
    stored,
    valuesOf: figureValues,
    save: async ({ data: typed }, { revision }) => {
      const at = { initiativeId: initiative.id, partId: stored.id, revision }
      const isChanged = await editPart(ctx, { ...at, details: { kind: 'figure', ...typed } })
      return isChanged ? redirect(back, 303) : nothingChanged(back)
    },
  })
}

export default function OneFigure() {
  const { desk, id, name, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PartPage desk={desk} kind="figures" id={id} name={name} base={base} refused={refused}>
      <FigureFields tools={formTools(refused, values)} stale={stale} />
    </PartPage>
  )
}
