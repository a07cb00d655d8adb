import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type Option, SelectField, TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'agenda.rooms.name-missing': m['agenda.rooms.name-missing'],
  'agenda.rooms.colour-wrong': m['agenda.rooms.colour-wrong'],
})

export type PlaceFieldsProps = {
  of: 'room' | 'track'
  refused: Refused | undefined
  initial: Refused['values']
  /** Where a room may be. */
  venues?: readonly Option[] | undefined
}

/** A room's or a track's name in both languages, with how many it holds or the colour it has. */
export function PlaceFields({ of, refused, initial, venues = [] }: PlaceFieldsProps) {
  const values = refused?.values ?? initial
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  const field = (name: string) => ({
    name,
    defaultValue: String(valueAt(values, name) ?? ''),
    error: fault(name),
  })
  const choice = (name: string) => ({ name, defaultChecked: valueAt(values, name) === 'on' })
  return (
    <>
      <TextPair tools={{ field, choice, fault }} name="name" label={m['agenda.rooms.name']()} required />
      {of === 'room' ? (
        <>
          <TextField
            {...field('capacity')}
            label={m['agenda.rooms.capacity']()}
            inputMode="numeric"
            className="input-short"
          />
          {venues.length > 0 && (
            <SelectField {...field('venueId')} label={m['venues.rooms.venue']()} options={venues} />
          )}
        </>
      ) : (
        <TextField
          {...field('colour')}
          label={m['agenda.rooms.colour']()}
          type="color"
          className="input-colour"
        />
      )}
    </>
  )
}
