import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { type IndexFormProps, toolsOf } from '../index-fields.tsx'

type Props = IndexFormProps & { units: readonly { key: string; name: TranslatedText }[] }

/** The rank and the score of one thing, each with who said so. */
export function EntryFields({ units, ...props }: Props) {
  const { field, pair } = toolsOf(props)
  return (
    <>
      {props.isNew && (
        <SelectField
          {...field('unit')}
          label={m['indices.table.place']()}
          hint={m['indices.form.entry-unit-hint']()}
          options={units.map(({ key, name }) => ({ value: key, label: textIn(name, getLocale()) }))}
        />
      )}
      <TextField
        {...field('rank')}
        label={m['indices.table.rank']()}
        hint={m['indices.form.unknown-hint']()}
        inputMode="numeric"
        optional
      />
      <TextPair {...pair('rankSource')} label={m['indices.form.rank-source']()} />
      <TextField
        {...field('score')}
        label={m['indices.table.score']()}
        hint={m['indices.form.unknown-hint']()}
        inputMode="decimal"
        optional
      />
      <TextPair {...pair('scoreSource')} label={m['indices.form.score-source']()} />
    </>
  )
}
