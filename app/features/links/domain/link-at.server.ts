import { and, eq, isNotNull } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { LinkSource } from '#app/shared/vocabulary.ts'
import { event, initiative, link, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { LedTo } from './link-address.ts'

/** A link as its requests need it: where it leads, and the zone whose days it is counted by. */
export type LinkAt = LedTo & { id: string; timeZone: string }

// A link that is changed leads elsewhere within seconds, in every process.
const kept = new LRUCache<string, { found: LinkAt | null }>({ max: 5000, ttl: 5000 })

/** The link with this code; null when there is none. */
export async function linkAt(code: string): Promise<LinkAt | null> {
  const known = kept.get(code)
  if (known) return known.found
  const [row] = await database()
    .select({
      id: link.id,
      code: link.code,
      target: link.target,
      url: link.url,
      locale: link.locale,
      slug: event.slug,
      timeZone: event.timeZone,
      session: session.slug,
      initiative: initiative.slug,
    })
    .from(link)
    .innerJoin(event, eq(event.id, link.eventId))
    .leftJoin(session, eq(session.id, link.sessionId))
    .leftJoin(initiative, and(eq(initiative.id, link.initiativeId), isNotNull(initiative.publishedAt)))
    .where(eq(link.code, code))
  kept.set(code, { found: row ?? null })
  return row ?? null
}

/** What is known of links is asked anew: one was put away, or leads elsewhere. */
export function forgetLinks(): void {
  kept.clear()
}

/** The link of an event by its code; null for a code that is another event's, or nobody's. */
export async function linkIdOf(slug: string, code: string): Promise<string | null> {
  const [row] = await database()
    .select({ id: link.id })
    .from(link)
    .innerJoin(event, eq(event.id, link.eventId))
    .where(and(eq(link.code, code), eq(event.slug, slug)))
  return row?.id ?? null
}

/** What the registered came by; null where they came by no link, or by one that is gone. */
export async function sourceOf(linkId: string | null): Promise<LinkSource | null> {
  if (linkId === null) return null
  const [row] = await database().select({ source: link.source }).from(link).where(eq(link.id, linkId))
  return row?.source ?? null
}

/** The colour of the event whose link it is, or null when there is no such link. */
export async function accentOf(code: string): Promise<string | null> {
  const [row] = await database()
    .select({ accent: event.accent })
    .from(link)
    .innerJoin(event, eq(event.id, link.eventId))
    .where(eq(link.code, code))
  return row?.accent ?? null
}
