import { m } from '#app/paraglide/messages.js'
import type { SupporterKind } from '#app/shared/vocabulary.ts'

/** What a supporter is, as readers and organizers read it. */
export const kindLabels: Record<SupporterKind, () => string> = {
  expert: () => m['supporters.kind.expert'](),
  'film-maker': () => m['supporters.kind.film-maker'](),
  investor: () => m['supporters.kind.investor'](),
  university: () => m['supporters.kind.university'](),
  company: () => m['supporters.kind.company'](),
  friend: () => m['supporters.kind.friend'](),
}
