import { addLink, type LinkDetails } from '#app/features/links/domain/save-link.server.ts'
import { system } from './contexts.ts'
import { nextNumber } from './numbers.ts'

/** A counted link to an event's own page. */
export function link(eventId: string, details: Partial<LinkDetails> = {}) {
  const usual: LinkDetails = {
    name: `Áp phích ${nextNumber()}`,
    source: 'poster',
    target: 'event',
    url: null,
    sessionId: null,
    initiativeId: null,
    locale: null,
  }
  return addLink(system(), { eventId, details: { ...usual, ...details } })
}
