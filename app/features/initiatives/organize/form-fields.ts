import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'

extendFormMessages({
  'initiatives.form.day': m['initiatives.form.day'],
  'initiatives.form.name-missing': m['initiatives.form.name-missing'],
  'initiatives.form.points-wrong': m['initiatives.form.points-wrong'],
  'organize.form.slug': m['organize.form.slug'],
  'shared.form.choose': m['shared.form.choose'],
  'shared.form.link': m['shared.form.link'],
  'shared.refusal.document-kind': m['shared.refusal.document-kind'],
  'shared.refusal.document-macros': m['shared.refusal.document-macros'],
  'shared.refusal.document-share': m['shared.refusal.document-share'],
  'shared.refusal.document-too-large': m['shared.refusal.document-too-large'],
  'shared.refusal.initiative-address-taken': m['shared.refusal.initiative-address-taken'],
  'shared.refusal.initiative-parts-too-many': m['shared.refusal.initiative-parts-too-many'],
  'shared.refusal.pictures-too-many': m['shared.refusal.pictures-too-many'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

/** The fields of a form as they stand: as stored, or as typed with what is wrong in them; checked on the server only. */
export function formTools(refused: Refused | undefined, initial: FormValues = {}) {
  const values = refused?.values ?? initial
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  return {
    field: (name: string) => ({
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: fault(name),
    }),
    choice: (name: string) => ({ name, defaultChecked: valueAt(values, name) === 'on' }),
    fault,
  }
}
export type InitiativeFormTools = ReturnType<typeof formTools>
