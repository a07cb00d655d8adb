import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { CheckboxField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type IndexFormProps, toolsOf } from '../index-fields.tsx'

/** What organizers know of a thing that can be ranked: its names, its days, and what it came of and went on in. */
export function UnitFields(props: IndexFormProps) {
  const { field, pair, tools } = toolsOf(props)
  const lines = (name: string) => ({ ...field(name), rows: 4, spellCheck: false })
  return (
    <>
      <TextPair {...pair('name')} label={m['indices.form.name']()} required />
      {props.isNew && (
        <TextField
          {...field('key')}
          label={m['indices.form.key']()}
          hint={m['indices.form.unit-key-hint']()}
          optional
        />
      )}
      <div className="pair">
        <TextField {...field('fromDay')} label={m['indices.form.from-day']()} type="date" optional />
        <TextField {...field('toDay')} label={m['indices.form.to-day']()} type="date" optional />
      </div>
      <p className="field-hint">{m['indices.form.days-hint']()}</p>
      <TextPair {...pair('source')} label={m['cities.form.source']()} hint={m['cities.form.source-hint']()} />
      <TextArea
        {...lines('before')}
        label={m['indices.unit.made-of']()}
        hint={m['indices.form.kin-hint']()}
      />
      <TextArea {...lines('after')} label={m['indices.unit.went-on']()} hint={m['indices.form.kin-hint']()} />
      {props.stale?.includes('kin') && (
        <Notice tone="warning" title={m['initiatives.form.sources-stale']()}>
          <CheckboxField {...tools.choice('sourcesConfirmed')} label={m['organize.form.still-right']()} />
        </Notice>
      )}
    </>
  )
}
