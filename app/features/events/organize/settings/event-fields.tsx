import { TextPair } from '#app/organize/text-pair.tsx'
import { entryName, eventKindName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import type { FormTools } from '#app/shared/forms/form-tools.ts'
import { entryTerms } from '#app/shared/vocabulary.ts'
import { CheckboxField, DateTimeField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'

extendFormMessages({
  'organize.form.title-missing': m['organize.form.title-missing'],
  'organize.form.accent-pale': m['organize.form.accent-pale'],
  'organize.form.country': m['organize.form.country'],
  'organize.form.offer-hours': m['organize.form.offer-hours'],
  'organize.form.zone': m['organize.form.zone'],
  'organize.form.slug': m['organize.form.slug'],
  'organize.form.slug-taken': m['organize.form.slug-taken'],
  'organize.form.time-invalid': m['organize.form.time-invalid'],
  'organize.form.time-gap': m['organize.form.time-gap'],
  'organize.form.time-overlap': m['organize.form.time-overlap'],
  'organize.form.event-ends-before': m['organize.form.event-ends-before'],
  'organize.form.event-closes-after': m['organize.form.event-closes-after'],
  'organize.form.event-opens-late': m['organize.form.event-opens-late'],
  'organize.form.event-opens-missing': m['organize.form.event-opens-missing'],
  'organize.form.event-tickets-unpriced': m['organize.form.event-tickets-unpriced'],
  'organize.form.event-capacity-none': m['organize.form.event-capacity-none'],
  'organize.form.capacity-below-seats': m['organize.form.capacity-below-seats'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type EventFieldsProps = { tools: FormTools; zones: string[]; stale?: readonly string[] }

type PairName = 'title' | 'theme' | 'summary' | 'description' | 'notice' | 'place.name' | 'place.city'
type Pair = (name: PairName) => { tools: FormTools; name: PairName; stale: boolean }
type GroupProps = { tools: FormTools; pair: Pair }

/** Everything that organizers write about an event, in both languages. */
export function EventFields({ tools, zones, stale = [] }: EventFieldsProps) {
  const pair: Pair = (name) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <WordsGroup tools={tools} pair={pair} />
      <TimeAndPlaceGroup tools={tools} pair={pair} zones={zones} />
      <RegistrationGroup tools={tools} />
      <RemindersGroup tools={tools} />
      <OtherGroup tools={tools} />
    </>
  )
}

function WordsGroup({ tools: { field }, pair }: GroupProps) {
  return (
    <FieldGroup legend={m['organize.form.words']()}>
      <TextPair
        {...pair('title')}
        label={m['organize.form.title']()}
        hint={m['organize.form.title-hint']()}
        required
      />
      <TextPair {...pair('theme')} label={m['organize.form.theme']()} />
      <TextPair {...pair('summary')} label={m['organize.form.summary']()} rows={3} />
      <TextPair
        {...pair('description')}
        label={m['organize.form.description']()}
        rows={8}
        prose
        hint={m['organize.form.prose-hint']()}
      />
      <TextPair
        {...pair('notice')}
        label={m['organize.form.notice']()}
        hint={m['organize.form.notice-hint']()}
      />
      <SelectField
        {...field('kind')}
        label={m['organize.form.kind']()}
        options={(['roundtable', 'festival', 'screening-day'] as const).map((value) => ({
          value,
          label: eventKindName(value),
        }))}
      />
    </FieldGroup>
  )
}

function TimeAndPlaceGroup({ tools: { field, fault }, pair, zones }: GroupProps & { zones: string[] }) {
  return (
    <FieldGroup legend={m['organize.form.time-and-place']()}>
      <SelectField
        {...field('timeZone')}
        label={m['organize.form.time-zone']()}
        hint={m['organize.form.time-zone-hint']()}
        error={fault('timeZone')}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <div className="pair">
        <DateTimeField
          {...field('startsAt')}
          label={m['organize.form.starts']()}
          error={fault('startsAt')}
          required
        />
        <DateTimeField
          {...field('endsAt')}
          label={m['organize.form.ends']()}
          error={fault('endsAt')}
          required
        />
      </div>
      <TextPair {...pair('place.name')} label={m['organize.form.venue']()} />
      <TextField
        {...field('place.address')}
        label={m['organize.form.address']()}
        error={fault('place.address')}
      />
      <TextPair {...pair('place.city')} label={m['organize.form.city']()} />
      <TextField
        {...field('place.country')}
        label={m['organize.form.country-label']()}
        hint={m['organize.form.country']()}
        error={fault('place.country')}
        className="input-short"
        maxLength={2}
      />
    </FieldGroup>
  )
}

function RegistrationGroup({ tools: { field, choice, fault } }: Pick<GroupProps, 'tools'>) {
  return (
    <FieldGroup legend={m['organize.form.registration']()}>
      <div className="pair">
        <SelectField
          {...field('entry')}
          label={m['organize.form.entry']()}
          hint={m['organize.form.entry-hint']()}
          error={fault('entry')}
          placeholder={m['organize.entry.unsaid']()}
          options={entryTerms.map((value) => ({ value, label: entryName(value) }))}
        />
        <TextField
          {...field('ticketsUrl')}
          label={m['organize.form.tickets']()}
          hint={m['organize.form.tickets-hint']()}
          error={fault('ticketsUrl')}
          type="url"
          autoComplete="off"
          maxLength={500}
        />
      </div>
      <div className="pair">
        <DateTimeField
          {...field('registrationOpensAt')}
          label={m['organize.form.opens']()}
          hint={m['organize.form.opens-hint']()}
          error={fault('registrationOpensAt')}
        />
        <DateTimeField
          {...field('registrationClosesAt')}
          label={m['organize.form.closes']()}
          hint={m['organize.form.closes-hint']()}
          error={fault('registrationClosesAt')}
        />
      </div>
      <TextField
        {...field('capacity')}
        label={m['organize.form.capacity']()}
        hint={m['organize.form.capacity-hint']()}
        error={fault('capacity')}
        className="input-short"
        inputMode="numeric"
      />
      <CheckboxField
        {...choice('waitlist')}
        label={m['organize.form.waitlist']()}
        hint={m['organize.form.waitlist-hint']()}
      />
      <TextField
        {...field('offerHours')}
        label={m['organize.form.offer-hours-label']()}
        hint={m['organize.form.offer-hours']()}
        error={fault('offerHours')}
        className="input-short"
        inputMode="numeric"
      />
      <CheckboxField
        {...choice('asksAddress')}
        label={m['organize.form.asks-address']()}
        hint={m['organize.form.asks-address-hint']()}
      />
    </FieldGroup>
  )
}

function RemindersGroup({ tools: { choice } }: Pick<GroupProps, 'tools'>) {
  return (
    <FieldGroup legend={m['organize.form.reminders']()}>
      <p className="small soft">{m['organize.form.reminders-lead']()}</p>
      <CheckboxField {...choice('remindsDayBefore')} label={m['organize.form.reminds-day']()} />
      <CheckboxField {...choice('remindsHourBefore')} label={m['organize.form.reminds-hour']()} />
      <CheckboxField
        {...choice('asksFeedback')}
        label={m['organize.form.asks-feedback']()}
        hint={m['organize.form.asks-feedback-hint']()}
      />
    </FieldGroup>
  )
}

function OtherGroup({ tools: { field, fault } }: Pick<GroupProps, 'tools'>) {
  return (
    <FieldGroup legend={m['organize.form.rest']()}>
      <TextField
        {...field('contactEmail')}
        label={m['organize.form.contact']()}
        hint={m['organize.form.contact-hint']()}
        error={fault('contactEmail')}
        type="email"
        autoComplete="off"
      />
      <TextField
        {...field('accent')}
        label={m['organize.form.accent']()}
        hint={m['organize.form.accent-hint']()}
        error={fault('accent')}
        type="color"
        className="input-colour"
      />
      <TextField
        {...field('retainUntil')}
        label={m['organize.form.retain']()}
        hint={m['organize.form.retain-hint']()}
        error={fault('retainUntil')}
        type="date"
        className="input-short"
      />
    </FieldGroup>
  )
}
