import { eq, like, ne, or, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { freeSlug } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, formerSlug } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** Addresses of our own beside those of events. */
const reserved = ['new']

/**
 * The address that an event gets: as wished, or with the first number behind it that makes it free. What another event has
 * had is taken; what this one has had is its own. Until the transaction ends nobody else chooses.
 */
export async function chooseSlug(tx: Transaction, wanted: string, eventId?: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('event-slug'))`)
  const now = await tx
    .select({ slug: event.slug })
    .from(event)
    .where(sql`${alike(event.slug, wanted)} and ${eventId ? ne(event.id, eventId) : sql`true`}`)
  const then = await tx
    .select({ slug: formerSlug.slug })
    .from(formerSlug)
    .where(
      sql`${alike(formerSlug.slug, wanted)} and ${eventId ? ne(formerSlug.eventId, eventId) : sql`true`}`,
    )
  return freeSlug(
    wanted,
    new Set([...reserved, ...now.map((one) => one.slug), ...then.map((one) => one.slug)]),
  )
}

const alike = (column: typeof event.slug | typeof formerSlug.slug, wanted: string) =>
  or(eq(column, wanted), like(column, `${wanted}-%`))

/** The event that had this address, with the one it has now; or null. */
export async function findBySlugOfOld(slug: string) {
  const [found] = await database()
    .select({ id: event.id, slug: event.slug, publishedAt: event.publishedAt })
    .from(formerSlug)
    .innerJoin(event, eq(event.id, formerSlug.eventId))
    .where(eq(formerSlug.slug, slug))
  return found ?? null
}

/** The refusal whose answer leads to the new address, at the same page. */
export const eventMoved = (from: string, to: string) => new Refusal('event-moved', 'missing', { from, to })
