import * as z from 'zod/mini'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { optionalText, revision } from '#app/shared/forms/fields.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { type Conflict, differences, footprint } from './versions.ts'

/** A form that says which version it was made from: only the server reads that part. */
export function withVersion<Shape extends z.core.$ZodShape>(schema: z.ZodMiniObject<Shape>) {
  return z.extend(schema, { revision: revision(), base: optionalText(20_000) })
}

/**
 * The page again for what only saving could find out: a field that cannot be so, or somebody who saved in between,
 * whose version is then shown beside what was typed.
 */
export function answerSaveProblem(
  error: unknown,
  form: { values: FormValues },
  base: string,
  formValues: (stored: Record<string, unknown>) => FormValues,
) {
  if (error instanceof SavedByOther) {
    const theirs = formValues(error.stored)
    const conflict: Conflict = {
      differences: differences(form.values, theirs, base),
      revision: String(error.revision),
      base: footprint(theirs),
    }
    return refuse(refuseField(form, 'form', 'shared.refusal.saved-by-other'), { conflict }, 409)
  }
  if (error instanceof Refusal && error.code.endsWith('capacity-below-seats')) {
    const message = `organize.form.capacity-below-seats?seated=${error.details.seated}`
    return refuse(refuseField(form, 'capacity', message), {}, 409)
  }
  throw error
}
