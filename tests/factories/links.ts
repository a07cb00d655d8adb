import { addLink, type LinkDetails } from '#app/features/links/domain/save-link.server.ts'
import { system } from './contexts.ts'
import { nextNumber } from './numbers.ts'

/** A counted link to an event's own page. */
export function link(eventId: string, details: Partial<LinkDetails> = {}) {
  const usual = { source: 'poster', target: 'event', url: null, locale: null } as const
  return addLink(system(), { eventId, details: { name: `Áp phích ${nextNumber()}`, ...usual, ...details } })
}
