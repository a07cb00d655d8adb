import { m } from '#app/paraglide/messages.js'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { TextField } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import type { SecurityField } from './domain/security-list.ts'
import { securityWord } from './security-labels.ts'

type Props = {
  asks: readonly SecurityField[]
  refused: Refused | undefined
  initial: Refused['values']
  /** In the guest's own form the browser may fill in what it knows of them. */
  isOwn: boolean
}

const known: Partial<Record<SecurityField, string>> = {
  affiliation: 'organization',
  nationality: 'country-name',
}

/** What the venue's security is told of one guest. */
export function DetailFields({ asks, refused, initial, isOwn }: Props) {
  const { field, fault } = plainTools(refused, initial)
  const errors = ['form', 'documentName', ...asks].flatMap((name) => {
    const message = fault(name)
    return message ? [{ name: name === 'form' ? undefined : name, message }] : []
  })
  return (
    <>
      <FormErrors errors={errors} />
      <TextField
        {...field('documentName')}
        label={m['security.field.name']()}
        hint={m['security.field.name-hint']()}
        autoComplete={isOwn ? 'name' : 'off'}
        required
      />
      {asks.map((one) => (
        <TextField
          key={one}
          {...field(one)}
          label={securityWord(one)}
          hint={one === 'arrival' ? m['security.field.arrival-hint']() : undefined}
          autoComplete={isOwn ? (known[one] ?? 'off') : 'off'}
          optional
        />
      ))}
    </>
  )
}
