import type { Refusal, RefusalCode } from '#app/shared/errors.ts'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import type { FormValues } from './form-values.ts'
import { refuse, refuseField } from './read-form.server.ts'

/** The field a refusal is shown at, where needed with a sentence of the form instead of the refusal's own. */
type Place = string | { field: string; message: string }

/**
 * The form given back with what a verb refused, at the field it speaks of and with the status of its kind. What is in
 * none of `places` is thrown on, unless `otherwise` names a field for it; rights and what is missing always are.
 */
export function refuseAt<Extra extends object = object>(
  error: unknown,
  form: { values: FormValues },
  places: Partial<Record<RefusalCode, Place>>,
  { otherwise, extra }: { otherwise?: string; extra?: Extra } = {},
) {
  const refusal = asRefusal(error)
  if (!refusal || refusal.kind === 'rights' || refusal.kind === 'unavailable') throw error
  const place = places[refusal.code] ?? (refusal.kind === 'missing' ? undefined : otherwise)
  if (place === undefined) throw error
  const { field, message } =
    typeof place === 'string' ? { field: place, message: `shared.refusal.${refusal.code}` } : place
  const told = new URLSearchParams(
    Object.entries(refusal.details).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
  const sentence = told.size > 0 && !message.includes('?') ? `${message}?${told}` : message
  return refuse(refuseField(form, field, sentence), extra, statusOf(refusal))
}

function statusOf({ kind, details }: Refusal): number | ResponseInit {
  if (kind !== 'too-many') return kind === 'invalid' ? 400 : 409
  return { status: 429, headers: { 'Retry-After': String(details.retryAfter ?? 30) } }
}
