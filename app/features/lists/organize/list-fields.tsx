import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'lists.desk.consent-missing': m['lists.desk.consent-missing'],
  'lists.desk.title-missing': m['lists.desk.title-missing'],
  'organize.form.slug': m['organize.form.slug'],
  'shared.refusal.list-address-taken': m['shared.refusal.list-address-taken'],
  'shared.refusal.lists-too-many': m['shared.refusal.lists-too-many'],
  'shared.refusal.saved-by-other': m['shared.refusal.saved-by-other'],
})

type Props = {
  refused: Refused | undefined
  initial: Refused['values']
  stale?: readonly string[]
  /** A new list gets an address; it is on paper and in mails from then on. */
  isNew?: boolean
}

/** What organizers write of a list, in both languages; checked on the server only. */
export function ListFields({ refused, initial, stale = [], isNew = false }: Props) {
  const tools = plainTools(refused, initial)
  const pair = (name: string) => ({ tools, name, stale: stale.includes(name) })
  return (
    <>
      <TextPair {...pair('title')} label={m['lists.desk.name']()} required />
      {isNew && (
        <TextField
          {...tools.field('slug')}
          label={m['lists.desk.address']()}
          hint={m['lists.desk.address-hint']()}
          autoComplete="off"
          optional
        />
      )}
      <TextPair
        {...pair('description')}
        label={m['lists.desk.description']()}
        hint={m['lists.desk.description-hint']()}
        rows={4}
        prose
      />
      <TextPair
        {...pair('consent')}
        label={m['lists.desk.consent']()}
        hint={m['lists.desk.consent-hint']()}
        rows={3}
        required
      />
    </>
  )
}
