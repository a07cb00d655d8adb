import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { cityRoles } from '#app/shared/vocabulary.ts'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { cityRoleNames } from '../city-roles.ts'

extendFormMessages({
  'cities.form.date-wrong': m['cities.form.date-wrong'],
  'cities.form.latitude-wrong': m['cities.form.latitude-wrong'],
  'cities.form.longitude-wrong': m['cities.form.longitude-wrong'],
  'cities.form.name-missing': m['cities.form.name-missing'],
  'cities.form.source-missing': m['cities.form.source-missing'],
  'organize.form.country': m['organize.form.country'],
  'shared.refusal.cities-too-many': m['shared.refusal.cities-too-many'],
  'shared.refusal.city-ends-before': m['shared.refusal.city-ends-before'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Props = { refused: Refused | undefined; initial: Refused['values']; stale?: readonly string[] }

/** What organizers say of a city; checked on the server only. */
export function CityFields({ refused, initial, stale = [] }: Props) {
  const tools = plainTools(refused, initial)
  const field = (name: string) => ({ ...tools.field(name), autoComplete: 'off' })
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  const date = { hint: m['cities.form.date-hint'](), optional: true, maxLength: 10 }
  return (
    <>
      <TextPair {...pair('name')} label={m['cities.form.name']()} required />
      <SelectField
        {...field('role')}
        label={m['cities.form.role']()}
        options={cityRoles.map((value) => ({ value, label: cityRoleNames[value]() }))}
      />
      <TextField
        {...field('country')}
        label={m['cities.form.country']()}
        hint={m['cities.form.country-hint']()}
        maxLength={2}
        required
      />
      <div className="pair">
        <TextField
          {...field('latitude')}
          label={m['cities.form.latitude']()}
          hint={m['cities.form.latitude-hint']()}
          required
        />
        <TextField
          {...field('longitude')}
          label={m['cities.form.longitude']()}
          hint={m['cities.form.longitude-hint']()}
          required
        />
      </div>
      <div className="pair">
        <TextField {...field('fromDate')} label={m['cities.form.from']()} {...date} />
        <TextField {...field('toDate')} label={m['cities.form.to']()} {...date} />
      </div>
      <TextPair
        {...pair('source')}
        label={m['cities.form.source']()}
        hint={m['cities.form.source-hint']()}
        required
      />
    </>
  )
}
