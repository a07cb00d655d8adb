import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
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
  const tools = plainTools(refused, initial)
  return (
    <>
      <TextPair tools={tools} name="name" label={m['agenda.rooms.name']()} required />
      {of === 'room' ? (
        <>
          <TextField
            {...tools.field('capacity')}
            label={m['agenda.rooms.capacity']()}
            inputMode="numeric"
            className="input-short"
          />
          {venues.length > 0 && (
            <SelectField {...tools.field('venueId')} label={m['venues.rooms.venue']()} options={venues} />
          )}
        </>
      ) : (
        <TextField
          {...tools.field('colour')}
          label={m['agenda.rooms.colour']()}
          type="color"
          className="input-colour"
        />
      )}
    </>
  )
}
