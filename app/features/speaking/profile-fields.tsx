import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'speaking.form.zone': m['speaking.form.zone'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Props = { refused: Refused | undefined; initial: Refused['values']; zones: readonly string[] }

/** What a speaker says of themselves, in both languages, and what they need. */
export function ProfileFields({ refused, initial, zones }: Props) {
  const tools = plainTools(refused, initial)
  return (
    <>
      <TextPair tools={tools} name="position" label={m['speaking.profile.position']()} />
      <TextPair tools={tools} name="affiliation" label={m['speaking.profile.affiliation']()} />
      <TextPair
        tools={tools}
        name="biography"
        label={m['speaking.profile.biography']()}
        rows={8}
        prose
        hint={m['organize.form.prose-hint']()}
      />
      <TextField
        {...tools.field('pronunciation')}
        label={m['speaking.profile.pronunciation']()}
        hint={m['speaking.profile.pronunciation-hint']()}
      />
      <SelectField
        {...tools.field('timeZone')}
        label={m['speaking.profile.zone']()}
        placeholder={m['speaking.profile.zone-event']()}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <RadioGroup
        {...tools.field('language')}
        label={m['speaking.profile.language']()}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <TextArea
        {...tools.field('specialNeeds')}
        label={m['speaking.profile.needs']()}
        hint={m['speaking.profile.needs-hint']()}
        rows={3}
      />
    </>
  )
}
