import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { addUnit, editUnit, getUnit } from '../../domain/save-unit.server.ts'
import { unitSchema } from '../index-form.schema.ts'
import { unitFormValues } from '../index-form-values.ts'
import { ownIndex } from '../own-index.server.ts'
import { UnitFields } from './unit-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ? textIn(data.name, getLocale()) : m['indices.desk.add-unit']() },
]

/** No thing has this key: it is the page of a new one. */
const unmade = 'new'
const places = {
  'unit-taken': 'key',
  'unit-days': 'toDay',
  'unit-unnamed': 'name.vi',
  'unit-before-unknown': 'before',
  'unit-after-unknown': 'after',
  'unit-circular': 'after',
} as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, path, desk } = await ownIndex(request, params)
  const found = params.unit === unmade ? null : await getUnit(of, params.unit ?? '')
  const values = found ? unitFormValues(found) : {}
  const texts = found ? { name: found.name, source: found.source } : {}
  const kin = found ? [...found.before, ...found.after] : []
  return data({
    desk,
    path: `${path}/places`,
    name: found?.name ?? null,
    values,
    base: footprint(values),
    stale: [
      ...Object.entries(texts).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
      ...(kin.some(({ source }) => isStale(source)) ? ['kin'] : []),
    ],
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, path } = await ownIndex(request, params)
  const list = `${path}/places`
  if (params.unit === unmade) {
    const form = await readForm(request, unitSchema)
    if (!form.ok) return refuse(form)
    try {
      await addUnit(ctx, { of, details: form.data })
      return redirect(list, 303)
    } catch (error) {
      return refuseAt(error, form, places, { otherwise: 'form' })
    }
  }
  return saveMerged(request, {
    schema: unitSchema,
    stored: await getUnit(of, params.unit ?? ''),
    valuesOf: unitFormValues,
    save: async (form, { key, revision, name }) => {
      try {
        const performed = await performAct(ctx, {
          act: { initiativeId: of.initiativeId, verb: 'unit.edited', subjectName: textIn(name, ctx.locale) },
          answered: unasked,
          work: () => editUnit(ctx, { of, key, revision, details: form.data }),
        })
        return performed.done && performed.actId ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, places)
      }
    },
  })
}

/** A thing that an index can rank, or a new one. */
export default function OneUnit() {
  const { desk, path, name, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame
      desk={desk}
      current="indices"
      title={name ? textIn(name, getLocale()) : m['indices.desk.add-unit']()}
    >
      <p>
        <a className="breadcrumb" href={path}>
          {m['indices.desk.units']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        {name === null ? (
          <FaultList errors={refused?.errors} />
        ) : (
          <FormVersions refused={refused} base={base} />
        )}
        <UnitFields refused={refused} initial={values} stale={stale} isNew={name === null} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </InitiativeFrame>
  )
}
