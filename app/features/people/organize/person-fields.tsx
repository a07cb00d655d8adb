import type { ComponentProps } from 'react'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'

extendFormMessages({
  'people.form.zone': m['people.form.zone'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Props = {
  refused: Refused | undefined
  initial: Refused['values']
  zones: readonly string[]
  stale?: readonly string[]
}

/** What organizers write about a person; checked on the server. */
export function PersonFields({ refused, initial, zones, stale = [] }: Props) {
  const tools = plainTools(refused, initial)
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <FieldGroup legend={m['people.form.who']()}>
        <TextField
          {...tools.field('name')}
          label={m['people.field.name']()}
          hint={m['people.form.name-hint']()}
          autoComplete="off"
          required
        />
        <TextArea
          {...tools.field('otherNames')}
          label={m['people.field.other-names']()}
          hint={m['people.form.other-names-hint']()}
          rows={2}
        />
        <TextField
          {...tools.field('pronunciation')}
          label={m['people.field.pronunciation']()}
          hint={m['people.form.pronunciation-hint']()}
          autoComplete="off"
        />
        <TextPair {...pair('honorific')} label={m['people.field.honorific']()} />
        <TextPair {...pair('position')} label={m['people.field.position']()} />
        <TextPair {...pair('affiliation')} label={m['people.field.affiliation']()} />
        <Biography {...pair('biography')} />
        <TextField
          {...tools.field('precedence')}
          label={m['people.field.precedence']()}
          hint={m['people.form.precedence-hint']()}
          inputMode="numeric"
          autoComplete="off"
          className="input-short"
        />
      </FieldGroup>
      <FieldGroup legend={m['people.form.reach']()}>
        <TextField
          {...tools.field('email')}
          label={m['people.field.email']()}
          type="email"
          autoComplete="off"
        />
        <TextField
          {...tools.field('assistantEmail')}
          label={m['people.field.assistant']()}
          hint={m['people.form.assistant-hint']()}
          type="email"
          autoComplete="off"
        />
        <RadioGroup
          {...tools.field('locale')}
          label={m['people.field.language']()}
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SelectField
          {...tools.field('timeZone')}
          label={m['people.field.zone']()}
          placeholder={m['people.form.zone-event']()}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </FieldGroup>
    </>
  )
}

function Biography(pair: Pick<ComponentProps<typeof TextPair>, 'tools' | 'name' | 'stale'>) {
  const [label, hint] = [m['people.field.biography'](), m['organize.form.prose-hint']()]
  return <TextPair {...pair} label={label} hint={hint} rows={7} prose />
}
