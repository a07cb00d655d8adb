import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { CheckboxField, TextArea, TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'organize.category.name-missing': m['organize.category.name-missing'],
  'organize.category.domain-wrong': m['organize.category.domain-wrong'],
  'organize.form.capacity-below-seats': m['organize.form.capacity-below-seats'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type CategoryFieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
}

/** What organizers write about a guest category; checked on the server only. */
export function CategoryFields({ refused, initial, stale = [] }: CategoryFieldsProps) {
  const values = refused?.values ?? initial
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name) ?? faultAt(refused?.errors, `${name}.0`)
    return found && messageFor(found.message)
  }
  const field = (name: string) => ({
    name,
    defaultValue: String(valueAt(values, name) ?? ''),
    error: fault(name),
  })
  const choice = (name: string) => ({ name, defaultChecked: valueAt(values, name) === 'on' })
  const tools = { field, choice, fault }
  return (
    <>
      <TextPair
        tools={tools}
        name="name"
        label={m['organize.category.name']()}
        required
        stale={stale.includes('name')}
      />
      <TextPair
        tools={tools}
        name="description"
        label={m['organize.category.description']()}
        rows={2}
        stale={stale.includes('description')}
      />
      <TextField
        {...field('capacity')}
        label={m['organize.category.capacity']()}
        hint={m['organize.category.capacity-hint']()}
        className="input-short"
        inputMode="numeric"
      />
      <CheckboxField
        {...choice('needsApproval')}
        label={m['organize.category.needs-approval']()}
        hint={m['organize.category.needs-approval-hint']()}
      />
      <TextArea
        {...field('emailDomains')}
        label={m['organize.category.domains']()}
        hint={m['organize.category.domains-hint']()}
        rows={2}
      />
      <TextField
        {...field('accessCode')}
        label={m['organize.category.code']()}
        hint={m['organize.category.code-hint']()}
        autoComplete="off"
      />
      <TextField
        {...field('companionLimit')}
        label={m['organize.category.companions']()}
        hint={m['organize.category.companions-hint']()}
        className="input-short"
        inputMode="numeric"
      />
    </>
  )
}
