import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'shared.refusal.portrait-broken': m['shared.refusal.portrait-broken'],
  'shared.refusal.portrait-heic': m['shared.refusal.portrait-heic'],
  'shared.refusal.portrait-not-image': m['shared.refusal.portrait-not-image'],
  'shared.refusal.portrait-too-large': m['shared.refusal.portrait-too-large'],
  'shared.refusal.portrait-too-small': m['shared.refusal.portrait-too-small'],
})

/** A picture to send and who took it. After a refusal the credit stays; a browser forgets which file was chosen. */
export function PortraitFields({ refused, send }: { refused: Refused | undefined; send: ReactNode }) {
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  return (
    <>
      <TextField
        name="portrait"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        label={m['people.portrait.file']()}
        hint={m['people.portrait.hint']()}
        error={fault('portrait')}
        required
      />
      <TextField
        name="credit"
        label={m['people.portrait.credit']()}
        error={fault('credit')}
        defaultValue={String(valueAt(refused?.values, 'credit') ?? '')}
        maxLength={200}
        autoComplete="off"
        optional
      />
      <p>{send}</p>
    </>
  )
}
