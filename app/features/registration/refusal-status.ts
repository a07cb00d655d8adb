import type { Refusal } from '#app/shared/errors.ts'

/** The status of a refusal that is shown in the form itself. */
export function refusalStatus({ kind, details }: Refusal): number | ResponseInit {
  if (kind !== 'too-many') return kind === 'invalid' ? 400 : 409
  return { status: 429, headers: { 'Retry-After': String(details.retryAfter ?? 30) } }
}
