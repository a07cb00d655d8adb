import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { SelectField, TextArea } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'registration.companions.names-many': m['registration.companions.names-many'],
  'registration.companions.name-long': m['registration.companions.name-long'],
  'shared.refusal.companions-need-seat': m['shared.refusal.companions-need-seat'],
  'shared.refusal.companions-too-many': m['shared.refusal.companions-too-many'],
  'shared.refusal.companions-full': m['shared.refusal.companions-full'],
})

type Props = { tools: Pick<FormTools, 'field' | 'fault' | 'values'>; most: number; hint?: string | undefined }

/** How many somebody brings, and their names if they like to give them. */
export function CompanionFields({ tools: { field, fault, values }, most, hint }: Props) {
  const numbers = Array.from({ length: most + 1 }, (_, number) => String(number))
  const given = String(values.companions ?? '0')
  return (
    <>
      <SelectField
        {...field('companions')}
        name="companions"
        label={m['registration.companions.number']()}
        hint={hint}
        error={fault('companions')}
        options={(numbers.includes(given) ? numbers : [...numbers, given]).map((value) => ({
          value,
          label: value === '0' ? m['registration.companions.nobody']() : value,
        }))}
      />
      <TextArea
        {...field('companionNames')}
        name="companionNames"
        label={m['registration.companions.names']()}
        hint={m['registration.companions.names-hint']()}
        error={fault('companionNames') ?? fault('companionNames.0')}
        rows={2}
        optional
      />
    </>
  )
}
