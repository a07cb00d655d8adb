import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { type PlainTools, plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { ageRatings, creditRoles, premieres } from '#app/shared/vocabulary.ts'
import { SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { creditRoleName, premiereName, ratingName } from '../../film-labels.ts'

extendFormMessages({
  'films.form.language-unknown': m['films.form.language-unknown'],
  'films.form.minutes-wrong': m['films.form.minutes-wrong'],
  'films.form.names-many': m['films.form.names-many'],
  'films.form.person-several': m['films.form.person-several'],
  'films.form.region-unknown': m['films.form.region-unknown'],
  'films.form.year-wrong': m['films.form.year-wrong'],
  'shared.refusal.film-title-missing': m['shared.refusal.film-title-missing'],
  'shared.refusal.films-too-many': m['shared.refusal.films-too-many'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
  'shared.refusal.section-missing': m['shared.refusal.section-missing'],
})

/** Where a form tells what only the verb finds out. */
export const filmRefusals = {
  'film-title-missing': 'title.vi',
  'films-too-many': 'form',
  'section-missing': 'section',
}

type FilmFieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
  sections: readonly { id: string; name: TranslatedText }[]
}

/** What organizers write of a film; checked on the server only. */
export function FilmFields({ refused, initial, stale = [], sections }: FilmFieldsProps) {
  const tools = plainTools(refused, initial)
  const field = (name: string) => ({ ...tools.field(name), autoComplete: 'off' })
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('title')} label={m['films.form.title']()} />
      <div className="pair">
        <TextField
          {...field('originalTitle')}
          label={m['films.form.original-title']()}
          hint={m['films.form.original-title-hint']()}
        />
        <TextField
          {...field('originalLanguage')}
          label={m['films.form.original-language']()}
          hint={m['films.form.language-hint']()}
        />
      </div>
      <SelectField
        {...tools.field('section')}
        label={m['films.facts.section']()}
        placeholder={m['films.form.no-section']()}
        options={sections.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))}
      />
      <FactsGroup tools={tools} />
      <TextPair
        {...pair('synopsis')}
        label={m['films.form.synopsis']()}
        hint={m['organize.form.prose-hint']()}
        rows={6}
        prose
      />
      <FieldGroup legend={m['films.page.credits']()}>
        <p className="field-hint">{m['films.form.credits-hint']()}</p>
        {creditRoles.map((role) => (
          <TextArea
            key={role}
            {...field(`credits.${role}`)}
            label={creditRoleName(role)}
            rows={role === 'cast' ? 5 : 2}
          />
        ))}
      </FieldGroup>
    </>
  )
}

/** What a reader asks before going to see it. */
function FactsGroup({ tools }: { tools: PlainTools }) {
  const field = (name: string) => ({ ...tools.field(name), autoComplete: 'off' })
  return (
    <FieldGroup legend={m['films.form.facts']()}>
      <div className="pair">
        <TextField
          {...field('countries')}
          label={m['films.facts.countries']()}
          hint={m['films.form.countries-hint']()}
        />
        <TextField
          {...field('year')}
          label={m['films.facts.year']()}
          inputMode="numeric"
          className="input-short"
          maxLength={4}
        />
      </div>
      <div className="pair">
        <TextField
          {...field('languages')}
          label={m['films.facts.languages']()}
          hint={m['films.form.language-hint']()}
        />
        <TextField {...field('subtitles')} label={m['films.facts.subtitles']()} />
      </div>
      <TextField
        {...field('minutes')}
        label={m['films.form.minutes']()}
        inputMode="numeric"
        className="input-short"
      />
      <div className="pair">
        <SelectField
          {...tools.field('rating')}
          label={m['films.facts.rating']()}
          placeholder={m['films.form.unsaid']()}
          options={ageRatings.map((value) => ({ value, label: ratingName(value) }))}
        />
        <SelectField
          {...tools.field('premiere')}
          label={m['films.facts.premiere']()}
          placeholder={m['films.form.unsaid']()}
          options={premieres.map((value) => ({ value, label: premiereName(value) }))}
        />
      </div>
      <TextField
        {...field('trailerUrl')}
        type="url"
        label={m['films.form.trailer']()}
        hint={m['films.form.trailer-hint']()}
      />
    </FieldGroup>
  )
}
