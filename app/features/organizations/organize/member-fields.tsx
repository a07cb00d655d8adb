import { roleName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { memberRoles } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'

const hints = {
  admin: () => m['organize.role.admin-hint'](),
  organizer: () => m['organize.role.organizer-hint'](),
  rapporteur: () => m['organize.role.rapporteur-hint'](),
  door: () => m['organize.role.door-hint'](),
}

/** Who joins an organization, and as what. */
export function MemberFields({ refused }: { refused: Refused | undefined }) {
  const field = (name: string, usual = '') => {
    const fault = faultAt(refused?.errors, name)
    const typed = refused?.values[name]
    return {
      name,
      defaultValue: typeof typed === 'string' ? typed : usual,
      error: fault && messageFor(fault.message),
    }
  }
  return (
    <>
      <TextField {...field('name')} label={m['organize.members.name']()} autoComplete="off" required />
      <TextField
        {...field('email')}
        label={m['organize.members.email']()}
        type="email"
        autoComplete="off"
        required
      />
      <RadioGroup
        {...field('role', 'organizer')}
        label={m['organize.members.role']()}
        options={memberRoles.map((role) => ({ value: role, label: roleName(role), hint: hints[role]() }))}
      />
      <RadioGroup
        {...field('locale', 'vi')}
        label={m['organize.members.language']()}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
      />
      <p>
        <Button>{m['organize.members.invite']()}</Button>
      </p>
    </>
  )
}
