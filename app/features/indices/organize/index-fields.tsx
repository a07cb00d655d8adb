import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'cities.form.date-wrong': m['cities.form.date-wrong'],
  'cities.form.source-missing': m['cities.form.source-missing'],
  'indices.form.day-wrong': m['indices.form.day-wrong'],
  'indices.form.kin-wrong': m['indices.form.kin-wrong'],
  'indices.form.name-missing': m['indices.form.name-missing'],
  'indices.form.weight-wrong': m['indices.form.weight-wrong'],
  'indices.form.year-wrong': m['indices.form.year-wrong'],
  'indices.import.why-rank': m['indices.import.why-rank'],
  'indices.import.why-score': m['indices.import.why-score'],
  'organize.form.slug': m['organize.form.slug'],
  'shared.refusal.component-taken': m['shared.refusal.component-taken'],
  'shared.refusal.components-too-many': m['shared.refusal.components-too-many'],
  'shared.refusal.edition-taken': m['shared.refusal.edition-taken'],
  'shared.refusal.entry-source': m['shared.refusal.entry-source'],
  'shared.refusal.entry-taken': m['shared.refusal.entry-taken'],
  'shared.refusal.index-address-taken': m['shared.refusal.index-address-taken'],
  'shared.refusal.indices-too-many': m['shared.refusal.indices-too-many'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
  'shared.refusal.unit-after-unknown': m['shared.refusal.unit-after-unknown'],
  'shared.refusal.unit-before-unknown': m['shared.refusal.unit-before-unknown'],
  'shared.refusal.unit-circular': m['shared.refusal.unit-circular'],
  'shared.refusal.unit-days': m['shared.refusal.unit-days'],
  'shared.refusal.unit-missing': m['shared.refusal.unit-missing'],
  'shared.refusal.unit-taken': m['shared.refusal.unit-taken'],
  'shared.refusal.unit-unnamed': m['shared.refusal.unit-unnamed'],
  'shared.refusal.units-too-many': m['shared.refusal.units-too-many'],
})

export type IndexFormProps = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
  isNew?: boolean
}

/** How fields of a form on the desk read what was typed, or what is stored. */
export function toolsOf({ refused, initial, stale = [] }: IndexFormProps) {
  const tools = plainTools(refused, initial)
  const field = (name: string) => ({ ...tools.field(name), autoComplete: 'off' })
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return { tools, field, pair }
}

/** What organizers write of an index. */
export function IndexFields(props: IndexFormProps) {
  const { field, pair } = toolsOf(props)
  return (
    <>
      <TextPair {...pair('name')} label={m['indices.form.name']()} required />
      {props.isNew && (
        <>
          <TextField
            {...field('slug')}
            label={m['indices.form.address']()}
            hint={m['indices.form.address-hint']()}
            optional
          />
          <SelectField
            {...field('grid')}
            label={m['indices.form.grid']()}
            hint={m['indices.form.grid-hint']()}
            options={[
              { value: 'none', label: m['indices.form.grid-none']() },
              { value: 'provinces', label: m['indices.form.grid-provinces']() },
            ]}
          />
        </>
      )}
      <TextPair {...pair('summary')} label={m['indices.form.summary']()} rows={3} />
    </>
  )
}

/** What organizers know of an edition. */
export function EditionFields(props: IndexFormProps) {
  const { field, pair } = toolsOf(props)
  return (
    <>
      <TextField
        {...field('year')}
        label={m['indices.form.year']()}
        inputMode="numeric"
        maxLength={4}
        required
      />
      <TextField
        {...field('announcedOn')}
        label={m['indices.facts.announced']()}
        hint={m['cities.form.date-hint']()}
        maxLength={10}
        optional
      />
      <TextPair {...pair('announcedAt')} label={m['indices.form.announced-at']()} />
      <TextField
        {...field('participants')}
        label={m['indices.facts.participants']()}
        hint={m['indices.form.participants-hint']()}
        inputMode="numeric"
        optional
      />
      <TextPair {...pair('participantsSource')} label={m['indices.form.participants-source']()} />
      <TextPair
        {...pair('note')}
        label={m['indices.form.note']()}
        hint={m['indices.form.note-hint']()}
        rows={4}
        prose
      />
      <TextPair {...pair('source')} label={m['cities.form.source']()} hint={m['cities.form.source-hint']()} />
    </>
  )
}

/** What organizers know of a component. */
export function ComponentFields(props: IndexFormProps) {
  const { field, pair } = toolsOf(props)
  return (
    <>
      <TextPair {...pair('name')} label={m['indices.form.component-name']()} required />
      {props.isNew && (
        <TextField
          {...field('key')}
          label={m['indices.form.key']()}
          hint={m['indices.form.key-hint']()}
          optional
        />
      )}
      <TextField
        {...field('weight')}
        label={m['indices.form.weight']()}
        hint={m['indices.form.weight-hint']()}
        inputMode="decimal"
        optional
      />
      <TextPair {...pair('method')} label={m['indices.form.method']()} rows={3} />
      <TextPair {...pair('source')} label={m['cities.form.source']()} hint={m['cities.form.source-hint']()} />
    </>
  )
}
