import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { liftName, stepFreeName } from '#app/public/venue-labels.ts'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { liftAnswers, stepFreeAnswers } from '#app/shared/vocabulary.ts'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'

extendFormMessages({
  'organize.form.country': m['organize.form.country'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
  'shared.refusal.venue-half-on-map': m['shared.refusal.venue-half-on-map'],
  'shared.refusal.venue-name-missing': m['shared.refusal.venue-name-missing'],
  'shared.refusal.venue-off-map': m['shared.refusal.venue-off-map'],
})

/** Where a form tells what only the verb finds out. */
export const venueRefusals = {
  'venue-half-on-map': 'latitude',
  'venue-name-missing': 'name.vi',
  'venue-off-map': 'latitude',
}

type VenueFieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
  /** The first venue of an event is its main one; which one is, is chosen in the form of another. */
  main: 'is' | 'may' | 'new'
}

/** What organizers write about a venue; checked on the server only. */
export function VenueFields({ refused, initial, stale = [], main }: VenueFieldsProps) {
  const tools = plainTools(refused, initial)
  const pair = (name: string) => ({
    tools,
    name,
    stale: stale.includes(name),
  })
  return (
    <>
      <FieldGroup legend={m['venues.form.where']()}>
        <TextPair {...pair('name')} label={m['venues.form.name']()} />
        <TextField {...tools.field('address')} label={m['venues.form.address']()} autoComplete="off" />
        <TextPair {...pair('city')} label={m['venues.form.city']()} />
        <TextField
          {...tools.field('country')}
          label={m['venues.form.country']()}
          hint={m['venues.form.country-hint']()}
          className="input-short"
          maxLength={2}
        />
        <div className="pair">
          <TextField {...tools.field('latitude')} label={m['venues.form.latitude']()} autoComplete="off" />
          <TextField {...tools.field('longitude')} label={m['venues.form.longitude']()} autoComplete="off" />
        </div>
        <p className="field-hint">{m['venues.form.coordinates-hint']()}</p>
        {main === 'may' && (
          <CheckboxField
            {...tools.choice('isMain')}
            label={m['venues.desk.make-main']()}
            hint={m['venues.desk.make-main-hint']()}
          />
        )}
        {main === 'is' && <input type="hidden" name="isMain" value="on" />}
      </FieldGroup>
      <FieldGroup legend={m['venues.form.reach']()}>
        <TextPair
          {...pair('wayThere')}
          label={m['venues.form.way']()}
          hint={m['venues.form.way-hint']()}
          rows={3}
        />
        <TextPair {...pair('entrance')} label={m['venues.form.entrance']()} rows={2} />
        <TextPair {...pair('parking')} label={m['venues.form.parking']()} rows={2} />
        <div className="pair">
          <SelectField
            {...tools.field('stepFree')}
            label={m['venues.form.step-free']()}
            placeholder={m['venues.form.unsaid']()}
            options={stepFreeAnswers.map((value) => ({ value, label: stepFreeName(value) }))}
          />
          <SelectField
            {...tools.field('lift')}
            label={m['venues.form.lift']()}
            placeholder={m['venues.form.unsaid']()}
            options={liftAnswers.map((value) => ({ value, label: liftName(value) }))}
          />
        </div>
      </FieldGroup>
    </>
  )
}
