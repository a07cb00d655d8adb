import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { CheckboxField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { languageNames } from '../../attendee-fields.tsx'

extendFormMessages({
  'registration.guest.tag-long': m['registration.guest.tag-long'],
  'shared.refusal.category-full': m['shared.refusal.category-full'],
  'shared.refusal.category-missing': m['shared.refusal.category-missing'],
})

type GuestFieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  /** Tags that others have at this event. */
  known: readonly string[]
  categories: readonly { code: string; name: TranslatedText }[]
  mayMove: boolean
}

/** What organizers write of a guest; checked on the server. */
export function GuestFields({ refused, initial, known, categories, mayMove }: GuestFieldsProps) {
  const values = refused?.values ?? initial
  const locale = getLocale()
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  const field = (name: string) => ({
    name,
    defaultValue: String(valueAt(values, name) ?? ''),
    error: fault(name),
  })
  const category = field('category')
  return (
    <>
      <FieldGroup legend={m['registration.guest.who']()}>
        <TextField {...field('name')} label={m['registration.list.name']()} autoComplete="off" required />
        <TextField
          {...field('organization')}
          label={m['registration.list.organization']()}
          autoComplete="off"
          optional
        />
        <TextField
          {...field('position')}
          label={m['registration.list.position']()}
          autoComplete="off"
          optional
        />
        <RadioGroup
          {...field('language')}
          label={m['registration.list.language']()}
          options={[
            { value: 'vi', label: <span lang="vi">{languageNames.vi}</span> },
            { value: 'en', label: <span lang="en">{languageNames.en}</span> },
          ]}
        />
        {mayMove ? (
          <SelectField
            {...category}
            label={m['registration.list.category']()}
            hint={m['registration.guest.category-hint']()}
            options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
          />
        ) : (
          <input type="hidden" name="category" value={category.defaultValue} />
        )}
      </FieldGroup>
      <FieldGroup legend={m['registration.guest.among-us']()}>
        <CheckboxField
          name="vip"
          defaultChecked={valueAt(values, 'vip') === 'on'}
          label={m['registration.guest.vip']()}
          hint={m['registration.guest.vip-hint']()}
        />
        <TextField
          {...field('tags')}
          label={m['registration.guest.tags']()}
          hint={
            known.length > 0
              ? m['registration.guest.tags-known']({ tags: known.join(', ') })
              : m['registration.guest.tags-hint']()
          }
          autoComplete="off"
          optional
        />
        <TextArea
          {...field('note')}
          label={m['registration.guest.note']()}
          hint={m['registration.guest.note-hint']()}
          rows={3}
          optional
        />
      </FieldGroup>
    </>
  )
}
