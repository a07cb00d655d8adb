import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { inBoth, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { type SectionKind, sectionKinds } from '#app/shared/vocabulary.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { sectionKindName } from '../../film-labels.ts'

extendFormMessages({
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
  'shared.refusal.section-name-missing': m['shared.refusal.section-name-missing'],
})

type Stored = { name: TranslatedText; description: TranslatedText; kind: SectionKind; position: number }

/** A stored section as its form shows it. */
export function sectionFormValues({ name, description, kind, position }: Stored): FormValues {
  return { name: inBoth(name), description: inBoth(description), kind, position: String(position) }
}

type Props = { refused: Refused | undefined; initial: Refused['values']; stale?: readonly string[] }

/** What organizers write of a section; checked on the server only. */
export function SectionFields({ refused, initial, stale = [] }: Props) {
  const tools = plainTools(refused, initial)
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('name')} label={m['films.form.section-name']()} required />
      <SelectField
        {...tools.field('kind')}
        label={m['films.form.section-kind']()}
        options={sectionKinds.map((value) => ({ value, label: sectionKindName(value) }))}
      />
      <TextPair
        {...pair('description')}
        label={m['films.form.section-description']()}
        hint={m['organize.form.prose-hint']()}
        rows={4}
        prose
      />
      <TextField
        {...tools.field('position')}
        label={m['films.form.position']()}
        hint={m['films.form.position-hint']()}
        inputMode="numeric"
        className="input-short"
        autoComplete="off"
        optional
      />
    </>
  )
}
