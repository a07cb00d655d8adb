import type { NotedPerson } from '#app/features/agenda/domain/draft/people-meant.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord, sessionKindWord } from '#app/public/code-labels.ts'
import { fieldId } from '#app/shared/forms/field-id.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { valueAt } from '#app/shared/forms/form-values.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { locales, sessionKinds } from '#app/shared/vocabulary.ts'
import { CheckboxField, DateTimeField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldBox } from '#app/ui/fields/field-box.tsx'
import { SessionPeople } from './session-people.tsx'

extendFormMessages({
  'agenda.session.title-missing': m['agenda.session.title-missing'],
  'agenda.session.turn-wrong': m['agenda.session.turn-wrong'],
  'agenda.session.capacity-missing': m['agenda.session.capacity-missing'],
  'agenda.session.person-twice': m['agenda.session.person-twice'],
  'agenda.session.person-unknown': m['agenda.session.person-unknown'],
  'agenda.session.person-several': m['agenda.session.person-several'],
  'agenda.session.start-missing': m['agenda.session.start-missing'],
  'agenda.session.length-missing': m['agenda.session.length-missing'],
  'organize.form.time-invalid': m['organize.form.time-invalid'],
  'organize.form.time-gap': m['organize.form.time-gap'],
  'organize.form.time-overlap': m['organize.form.time-overlap'],
  'organize.form.capacity-below-seats': m['organize.form.capacity-below-seats'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Named = { id: string; name: TranslatedText }
export type SessionFieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  stale: readonly string[]
  rooms: readonly Named[]
  tracks: readonly Named[]
  people: readonly NotedPerson[]
  films: readonly Named[]
  /** Whose clock the times are by: "Boston". */
  city: string
  /** When each turn begins, as written, in the order of the rows. */
  turns: readonly string[]
}

/** What organizers write about a session; checked on the server. */
export function SessionFields(props: SessionFieldsProps) {
  const { refused, initial, stale, rooms, tracks, people, films, city, turns } = props
  const tools = plainTools(refused, initial)
  const { field, choice, fault, values } = tools
  const named = (all: readonly Named[]) =>
    all.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))
  return (
    <>
      <TextPair
        tools={tools}
        name="title"
        label={m['agenda.session.title']()}
        hint={m['organize.form.title-hint']()}
        required
        stale={stale.includes('title')}
      />
      <div className="pair">
        <SelectField
          {...field('kind')}
          label={m['agenda.session.kind']()}
          options={sessionKinds.map((kind) => ({ value: kind, label: sessionKindWord(kind) }))}
        />
        <SelectField
          {...field('track')}
          label={m['agenda.session.track']()}
          placeholder={m['agenda.session.no-track']()}
          options={named(tracks)}
        />
      </div>
      <SlotGroup tools={tools} city={city} rooms={named(rooms)} />
      <SessionPeople values={values} fault={fault} people={people} turns={turns} />
      {films.length > 0 && <FilmsGroup values={values} fault={fault} films={named(films)} />}
      <TextPair
        tools={tools}
        name="abstract"
        label={m['agenda.session.abstract']()}
        hint={m['organize.form.prose-hint']()}
        rows={6}
        prose
        stale={stale.includes('abstract')}
      />
      <div className="pair">
        <Languages name="languages" legend={m['agenda.session.languages']()} values={values} />
        <Languages name="interpretation" legend={m['agenda.session.interpretation']()} values={values} />
      </div>
      <SeatsGroup tools={tools} />
    </>
  )
}

type SlotGroupProps = { tools: FormTools; city: string; rooms: { value: string; label: string }[] }

function SlotGroup({ tools: { field }, city, rooms }: SlotGroupProps) {
  return (
    <fieldset className="form-group">
      <legend>{m['agenda.session.slot']()}</legend>
      <div className="pair">
        <DateTimeField
          {...field('startsAt')}
          label={m['agenda.session.starts']()}
          hint={m['agenda.session.starts-hint']({ city })}
        />
        <TextField
          {...field('minutes')}
          label={m['agenda.session.minutes']()}
          inputMode="numeric"
          className="input-short"
        />
      </div>
      <SelectField
        {...field('room')}
        label={m['agenda.session.room']()}
        placeholder={m['agenda.session.no-room']()}
        options={rooms}
      />
    </fieldset>
  )
}

type FilmsGroupProps = Pick<FormTools, 'fault'> & {
  values: Refused['values']
  films: { value: string; label: string }[]
}

/** What a screening shows, a row a film, with rows to spare for more. */
function FilmsGroup({ values, fault, films }: FilmsGroupProps) {
  const stored = valueAt(values, 'film')
  const chosen = (Array.isArray(stored) ? stored : [stored]).map((id) => String(id ?? '')).filter(Boolean)
  return (
    <fieldset className="form-group" id={fieldId('film')} tabIndex={-1}>
      <legend>{m['agenda.session.films']()}</legend>
      <p className="field-hint">{m['agenda.session.films-hint']()}</p>
      {[...chosen, '', ''].map((id, at) => (
        <FieldBox
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
          key={`${at} ${id}`}
          id={`${fieldId('film')}-${at}`}
          label={m['agenda.session.film']({ number: at + 1 })}
          error={at === 0 ? fault('film') : undefined}
        >
          <select className="input" id={`${fieldId('film')}-${at}`} name="film" defaultValue={id}>
            <option value="">{m['agenda.session.no-film']()}</option>
            {films.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </FieldBox>
      ))}
    </fieldset>
  )
}

function SeatsGroup({ tools: { field, choice } }: { tools: FormTools }) {
  return (
    <fieldset className="form-group">
      <legend>{m['agenda.session.seats']()}</legend>
      <CheckboxField
        {...choice('signUp')}
        label={m['agenda.session.sign-up']()}
        hint={m['agenda.session.sign-up-hint']()}
      />
      <TextField
        {...field('capacity')}
        label={m['agenda.session.capacity']()}
        inputMode="numeric"
        className="input-short"
      />
    </fieldset>
  )
}

function Languages({ name, legend, values }: { name: string; legend: string; values: Refused['values'] }) {
  const chosen = valueAt(values, name)
  return (
    <fieldset className="field" id={fieldId(name)} tabIndex={-1}>
      <legend>{legend}</legend>
      <div className="cluster">
        {locales.map((locale) => (
          <CheckboxField
            key={locale}
            name={name}
            value={locale}
            label={languageWord(locale)}
            defaultChecked={Array.isArray(chosen) && chosen.includes(locale)}
          />
        ))}
      </div>
    </fieldset>
  )
}
