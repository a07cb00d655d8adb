import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { winnerRows } from './award-form.schema.ts'

extendFormMessages({
  'films.form.person-several': m['films.form.person-several'],
  'shared.refusal.award-name-missing': m['shared.refusal.award-name-missing'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Choice = { id: string; name: TranslatedText }
type Props = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
  sections: readonly Choice[]
  films: readonly Choice[]
}

/** What organizers write of an award, and who won it; checked on the server only. */
export function AwardFields({ refused, initial, stale = [], sections, films }: Props) {
  const tools = plainTools(refused, initial)
  const named = (all: readonly Choice[]) =>
    all.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('name')} label={m['films.awards.name']()} required />
      <SelectField
        {...tools.field('section')}
        label={m['films.facts.section']()}
        placeholder={m['films.form.no-section']()}
        options={named(sections)}
      />
      <TextField
        {...tools.field('position')}
        label={m['films.awards.position']()}
        hint={m['films.form.position-hint']()}
        inputMode="numeric"
        className="input-short"
        autoComplete="off"
        optional
      />
      {winnerRows.map((row, at) => (
        <FieldGroup key={row} legend={m['films.awards.winner']({ number: at + 1 })}>
          <div className="pair">
            <SelectField
              {...tools.field(`winners.${row}.film`)}
              label={m['films.desk.one']()}
              placeholder={m['agenda.session.no-film']()}
              options={named(films)}
            />
            <TextField
              {...tools.field(`winners.${row}.person`)}
              label={m['films.awards.person']()}
              hint={m['films.awards.person-hint']()}
              autoComplete="off"
            />
          </div>
          <TextPair {...pair(`winners.${row}.citation`)} label={m['films.awards.citation']()} rows={2} />
        </FieldGroup>
      ))}
    </>
  )
}
