import { messageFor } from '#app/shared/forms/form-messages.ts'
import type { FormErrors as Faults, FieldFault } from '#app/shared/forms/form-values.ts'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'

/** All that the server found wrong, above the form, each a link to its field. */
export function FaultList({ errors }: { errors: Faults | undefined }) {
  return <FormErrors errors={errors ? faults(errors) : []} />
}

/** Lists that stand in one field; of others each part has a row of its own. */
const inOneField = /^(emailDomains|film|languages|interpretation)\.\d+$/

function faults(errors: Faults, prefix = ''): { name?: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, fault]) => {
    if (typeof fault.message !== 'string') return faults(fault as Faults, `${prefix}${key}.`)
    const { message: code } = fault as FieldFault
    const message = messageFor(code)
    // A hidden field cannot be led to: its fault is one of the form as a whole.
    const isWhole = key === 'form' || code === 'shared.form.out-of-date'
    return [isWhole ? { message } : { name: `${prefix}${key}`.replace(inOneField, '$1'), message }]
  })
}
