import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { TextField } from '#app/ui/fields/field.tsx'

extendFormMessages({
  'pictures.form.percent': m['pictures.form.percent'],
  'shared.refusal.picture-broken': m['shared.refusal.picture-broken'],
  'shared.refusal.picture-heic': m['shared.refusal.picture-heic'],
  'shared.refusal.picture-not-image': m['shared.refusal.picture-not-image'],
  'shared.refusal.picture-too-large': m['shared.refusal.picture-too-large'],
  'shared.refusal.picture-too-small': m['shared.refusal.picture-too-small'],
})

/** The fields of a form as they stand: as stored, or as typed with what is wrong in them. */
export function fieldsOf(refused: Refused | undefined, stored: FormValues = {}) {
  const values = refused?.values ?? stored
  return (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
}

/** A file to send; a browser forgets after a refusal which one was chosen. */
export function PictureFileField({ refused, hint }: { refused: Refused | undefined; hint: string }) {
  const found = faultAt(refused?.errors, 'picture')
  return (
    <TextField
      name="picture"
      type="file"
      accept="image/jpeg,image/png,image/webp,image/avif"
      label={m['people.portrait.file']()}
      hint={hint}
      error={found && messageFor(found.message)}
      required
    />
  )
}

/** What a picture shows, and whose it is, in both languages. */
export function CoverWords({ field }: { field: ReturnType<typeof fieldsOf> }) {
  const texts = {
    alt: { label: m['recap.pictures.alt-short'](), hint: m['pictures.cover.alt-hint']() },
    credit: { label: m['recap.pictures.credit'](), hint: m['recap.pictures.credit-hint']() },
  }
  return (['alt', 'credit'] as const).map((name) => {
    const { label, hint } = texts[name]
    const shared = { hint, required: name === 'alt', autoComplete: 'off' }
    return (
      <div className="pair" key={name}>
        <TextField
          {...field(`${name}.vi`)}
          {...shared}
          label={m['organize.form.in-vietnamese']({ label })}
          lang="vi"
        />
        <TextField
          {...field(`${name}.en`)}
          {...shared}
          label={m['organize.form.in-english']({ label })}
          lang="en"
        />
      </div>
    )
  })
}
