import { m } from '#app/paraglide/messages.js'
import { Refusal, type RefusalKind } from '#app/shared/errors.ts'
import { noteOutage, type Outage } from './outages.server.ts'

/** What an error page is told: enough to show, nothing about the inside. */
export type ShownRefusal = { code: string; sentence: string; back?: string; event?: object }

const outages: [RegExp, Outage][] = [
  [/^(?:53100|ENOSPC|EDQUOT)$/, 'disk-full'],
  [/^(?:53300|53400|EMFILE|ENFILE)$/, 'connections-exhausted'],
  [/^(?:25006|EROFS)$/, 'read-only'],
  [
    /^(?:CONNECT_TIMEOUT|CONNECTION_\w+|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[1-5]|53[02]00|58\w{3}|08\w{3})$/,
    'database-away',
  ],
]

const statusOf: Record<RefusalKind, number> = {
  invalid: 400,
  rights: 403,
  missing: 404,
  state: 409,
  'too-many': 429,
  unavailable: 503,
}

const sentences = m as unknown as Record<string, ((params: object) => string) | undefined>

/** The sentence of a refusal in the reader's language; the general one of its kind when it has none of its own. */
export function refusalSentence(code: string, kind: string, details: Record<string, unknown> = {}): string {
  const sentence = sentences[`shared.refusal.${code}`] ?? sentences[`shared.refusal.${kind}`]
  return sentence ? sentence(details) : m['shared.refusal.bug']()
}

type Around = { status?: number | undefined; back?: string | null; event?: object | null }

/** The answer to a refusal: its status, its sentence, when to try again, the page to go back to, the event around it. */
export function refusalResponse(refusal: Refusal, { status: asked, back, event }: Around = {}): Response {
  const { code, kind, details } = refusal
  const status = asked ?? statusOf[kind]
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  if (status === 429 || status === 503) headers.set('Retry-After', String(details.retryAfter ?? 30))
  if (status === 405) headers.set('Allow', String(details.allow ?? 'GET, HEAD'))
  const sentence = refusalSentence(code, kind, details)
  const shown: ShownRefusal = { code, sentence, ...(back && { back }), ...(event && { event }) }
  return Response.json(shown, { status, headers })
}

/** The refusal that an error stands for; null when it is a bug. */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  // A Refusal of another copy of the module (development reloads) is still one.
  if (error instanceof Error && error.name === 'Refusal' && 'kind' in error) return error as Refusal
  const outage = outageOf(error)
  if (outage) {
    noteOutage(outage)
    return new Refusal('unavailable', 'unavailable', { retryAfter: 10, outage })
  }
  // An identifier in the address that is no uuid names nothing.
  if (causes(error).some((cause) => cause.code === '22P02')) return new Refusal('missing', 'missing')
  return null
}

/** True when the database did not answer at all, as opposed to answering with an error. */
export function isDatabaseAway(error: unknown): boolean {
  const outage = outageOf(error)
  return outage === 'database-away' || outage === 'connections-exhausted'
}

/** The outage that an error speaks of, by the codes of PostgreSQL, of its driver and of the system; null when it is a bug. */
export function outageOf(error: unknown): Outage | null {
  for (const { code } of causes(error)) {
    const found = outages.find(([codes]) => codes.test(String(code ?? '')))
    if (found) return found[1]
  }
  return null
}

function causes(error: unknown): { code?: unknown }[] {
  const found: { code?: unknown }[] = []
  for (let at = error; at instanceof Error && found.length < 8; at = at.cause) {
    found.push(at as { code?: unknown })
    if (at instanceof AggregateError) found.push(...(at.errors as { code?: unknown }[]))
  }
  return found
}
