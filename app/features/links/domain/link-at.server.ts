import { and, eq, isNotNull } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { LinkSource } from '#app/shared/vocabulary.ts'
import { event, initiative, link, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { LedTo } from './link-address.ts'

/** A link as its requests need it: where it leads, and the zone whose days it is counted by. */
export type LinkAt = LedTo & { id: string; timeZone: string }

// Told of what changes, and asked anew after some seconds by a process that was not told.
const kept = new LRUCache<string, { found: LinkAt | null }>({ max: 5000, ttl: 5000 })
const asked = new Map<string, Promise<LinkAt | null>>()

/** The link with this code where that is known already; undefined where it has to be asked for. */
export function knownLink(code: string): LinkAt | null | undefined {
  return kept.get(code)?.found
}

/** The link with this code; null when there is none. However many ask at once, the database is asked once. */
export function linkAt(code: string): Promise<LinkAt | null> {
  const known = kept.get(code)
  if (known) return Promise.resolve(known.found)
  const asking =
    asked.get(code) ?? findLink(code).finally(() => asked.get(code) === asking && asked.delete(code))
  asked.set(code, asking)
  return asking
}

async function findLink(code: string): Promise<LinkAt | null> {
  const since = forgotten
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
  // What changed while it was read is read again.
  if (since === forgotten) kept.set(code, { found: row ?? null })
  return row ?? null
}

let forgotten = 0

/** What is known of links is asked anew: one was put away, or leads elsewhere. */
export function forgetLinks(): void {
  forgotten += 1
  kept.clear()
  asked.clear()
}

/** Forgets what it knows of links when one of them, or a page that they lead to, has changed anywhere. */
export function forgetChangedLinks(tags: string[]): void {
  if (tags.some((tag) => /^(?:all$|link:|event:|initiative:)/.test(tag))) forgetLinks()
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

/** Any link by its code: who joins an initiative may come by that of whatever event. */
export async function linkIdByCode(code: string): Promise<string | null> {
  const [row] = await database().select({ id: link.id }).from(link).where(eq(link.code, code))
  return row?.id ?? null
}
