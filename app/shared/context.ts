import type { Locale } from './vocabulary.ts'

export type Actor =
  | { kind: 'visitor' }
  | { kind: 'account'; accountId: string; signInId: string; name: string; email: string }
  /** A job or a seed; or who came by a speaker's link, which is their right: the speaker, or the speaker's assistant. */
  | { kind: 'system'; name: string; holder?: 'person' | 'assistant' }

/** Who asks, when, from where, and in which language: the first argument of every verb. */
export type Context = { actor: Actor; now: Date; locale: Locale; source: string; requestId: string }

/** The context of seeds and jobs: allowed everything, named in the activity. */
export function systemContext(name: string, now = new Date(), locale: Locale = 'vi'): Context {
  return { actor: { kind: 'system', name }, now, locale, source: 'internal', requestId: name }
}
