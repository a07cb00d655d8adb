import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { InitiativeFrame } from '#app/features/initiatives/organize/initiative-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { findUnits } from '../../domain/indices.server.ts'
import { addEntry, editEntry } from '../../domain/save-entry.server.ts'
import { editionDay, isThere } from '../../domain/units.ts'
import { entrySchema, newEntrySchema } from '../index-form.schema.ts'
import { entryFormValues } from '../index-form-values.ts'
import { ownEdition } from '../own-index.server.ts'
import { EntryFields } from './entry-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.name ? textIn(data.name, getLocale()) : m['indices.desk.add-entry']() },
]

/** No thing has this key: it is the page of what the edition did not name before. */
const unmade = 'new'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { of, edition, path, desk } = await ownEdition(request, params)
  const found = edition.entries.find(({ key }) => key === params.unit) ?? null
  if (!found && params.unit !== unmade) throw new Refusal('entry-missing', 'missing')
  const values = found ? entryFormValues(found) : {}
  const texts = found ? { rankSource: found.rankSource, scoreSource: found.scoreSource } : {}
  const named = new Set(edition.entries.map(({ key }) => key))
  const day = editionDay(edition)
  const { units } = found ? { units: [] } : await findUnits(of.id)
  return data({
    desk,
    path,
    title: `${textIn(of.name, getLocale())} ${edition.year}`,
    name: found?.name ?? null,
    values,
    base: footprint(values),
    stale: Object.entries(texts).flatMap(([field, text]) => (isStale(text) ? [field] : [])),
    units: units
      .filter((unit) => isThere(unit, day) && !named.has(unit.key))
      .map(({ key, name }) => ({ key, name })),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, of, edition, path } = await ownEdition(request, params)
  const place = { of, editionId: edition.id }
  const stored = edition.entries.find(({ key }) => key === params.unit)
  if (!stored) {
    if (params.unit !== unmade) throw new Refusal('entry-missing', 'missing')
    const form = await readForm(request, newEntrySchema)
    if (!form.ok) return refuse(form)
    const { unit: key, ...details } = form.data
    try {
      await addEntry(ctx, { ...place, key, details })
      return redirect(path, 303)
    } catch (error) {
      return refuseAt(error, form, { 'entry-taken': 'unit', 'unit-missing': 'unit' })
    }
  }
  return saveMerged(request, {
    schema: entrySchema,
    stored,
    valuesOf: entryFormValues,
    save: async ({ data: details }, { key, revision }) => {
      const subjectName = `${textIn(of.name, ctx.locale)} ${edition.year}`
      const performed = await performAct(ctx, {
        act: { initiativeId: of.initiativeId, verb: 'edition.entry', subjectName },
        answered: unasked,
        work: () => editEntry(ctx, { ...place, key, revision, details }),
      })
      return performed.done && performed.actId ? redirect(path, 303) : nothingChanged(path)
    },
  })
}

/** What an edition says of one thing, or of one that it did not name before. */
export default function OneEntry() {
  const { desk, path, title, name, values, base, stale, units } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <InitiativeFrame
      desk={desk}
      current="indices"
      title={name ? textIn(name, getLocale()) : m['indices.desk.add-entry']()}
    >
      <p>
        <a className="breadcrumb" href={path}>
          {title}
        </a>
      </p>
      <p className="measure soft">{m['indices.desk.entry-lead']()}</p>
      <Form method="post" noValidate className="form">
        {name === null ? (
          <FaultList errors={refused?.errors} />
        ) : (
          <FormVersions refused={refused} base={base} />
        )}
        <EntryFields refused={refused} initial={values} stale={stale} isNew={name === null} units={units} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </InitiativeFrame>
  )
}
