import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'

/** What fields need of a form that is checked on the server only: what was typed, or what is stored, and the faults. */
export function plainTools(refused: Refused | undefined, initial: Refused['values']) {
  const values = refused?.values ?? initial
  const fault = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return found && messageFor(found.message)
  }
  return {
    values,
    fault,
    field: (name: string) => ({
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: fault(name),
    }),
    choice: (name: string) => ({ name, defaultChecked: valueAt(values, name) === 'on' }),
  }
}

export type PlainTools = ReturnType<typeof plainTools>
