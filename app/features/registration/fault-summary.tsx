import { FormErrors } from '#app/ui/fields/form-errors.tsx'

type Props = { fault: (name: string) => string | undefined; names: readonly string[] }

/** All faults of a form in one place, in the order of its fields; `form` is the fault of the whole. */
export function FaultSummary({ fault, names }: Props) {
  const errors = names.flatMap((name) => {
    const message = fault(name)
    return message ? [{ name: name === 'form' ? undefined : name, message }] : []
  })
  return <FormErrors errors={errors} />
}
