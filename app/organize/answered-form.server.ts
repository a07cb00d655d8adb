import type { Answered } from '#app/features/acts/domain/act-preview.ts'
import { type FormErrors, type FormValues, putAt } from '#app/shared/forms/form-values.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { answeredSchema } from './answered.schema.ts'

/**
 * What a posted form answers to a preview that it was shown; the request is left unread. Whoever is held back without a
 * reason is a fault at that person.
 */
export async function readAnswered(
  request: Request,
): Promise<{ answered: Answered; errors: FormErrors; values: FormValues }> {
  const form = await readForm(request.clone() as Request, answeredSchema)
  if (!form.ok) {
    const answered = { seen: '', heldBack: new Map<string, string>(), complete: false }
    return { answered, errors: form.errors, values: form.values }
  }
  const { previewed: seen, hold, why } = form.data
  const keys = Object.keys(hold).filter((key) => hold[key])
  const heldBack = new Map(keys.map((key) => [key, why[key] ?? '']))
  const errors: FormErrors = {}
  for (const [key, words] of heldBack) {
    if (words !== '') continue
    putAt(errors, ['why', key], { type: 'missing', message: 'acts.hold.reason-missing' })
  }
  const complete = Object.keys(errors).length === 0
  return { answered: { seen, heldBack, complete }, errors, values: form.values }
}
