import { Refusal } from '#app/shared/errors.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { refuse, refuseField } from '#app/shared/forms/read-form.server.ts'

/** The page again for a limit that is lower than the seats already taken, which only saving can find out. */
export function answerTakenSeats(error: unknown, form: { values: FormValues }) {
  if (!(error instanceof Refusal) || !error.code.endsWith('capacity-below-seats')) throw error
  const message = `organize.form.capacity-below-seats?seated=${error.details.seated}`
  return refuse(refuseField(form, 'capacity', message), {}, 409)
}
