import { and, asc, eq, inArray, max, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { freeSlug, slugOf } from '#app/shared/slug.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, room, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type StoredVenue = typeof venue.$inferSelect
export type VenueWithRooms = Awaited<ReturnType<typeof listVenues>>[number]

/** The venues of an event, the main one first, each with the ids of its rooms: one without a venue of its own is at the main one. */
export async function listVenues(eventId: string) {
  const rows = await listVenuesOf([eventId])
  return rows.get(eventId) ?? []
}

/** The same of several events at once. */
export async function listVenuesOf(eventIds: readonly string[]) {
  const rows = await database()
    .select({
      venue,
      isMain: sql<boolean>`${venue.id} = ${event.venueId}`.mapWith(Boolean),
      roomIds: sql<string[]>`coalesce((
        select json_agg(${room.id} order by ${room.position}) from ${room}
        where ${room.eventId} = ${event.id} and coalesce(${room.venueId}, ${event.venueId}) = ${venue.id}
      ), '[]')`,
    })
    .from(venue)
    .innerJoin(event, eq(event.id, venue.eventId))
    .where(inArray(venue.eventId, [...eventIds]))
    .orderBy(asc(venue.position), asc(venue.slug))
  const found = new Map<string, (StoredVenue & { isMain: boolean; roomIds: string[] })[]>()
  for (const { venue: one, isMain, roomIds } of rows) {
    const whole = { ...one, isMain, roomIds }
    const known = found.get(one.eventId) ?? []
    found.set(one.eventId, isMain ? [whole, ...known] : [...known, whole])
  }
  return found
}

/** Refuses a venue that is none of the event's. */
export async function requireVenue(eventId: string, venueId: string): Promise<void> {
  const known = await database().$count(venue, and(eq(venue.id, venueId), eq(venue.eventId, eventId)))
  if (known === 0) throw new Refusal('venue-missing', 'missing')
}

type NewVenueRow = Omit<typeof venue.$inferInsert, 'slug' | 'position'>

/** Inserts a venue behind the event's others, at an address made of its name. The event's row must be locked. */
export async function insertVenue(tx: Transaction, row: NewVenueRow): Promise<StoredVenue> {
  const { eventId, name, address = '' } = row
  const others = await tx.select({ slug: venue.slug }).from(venue).where(eq(venue.eventId, eventId))
  const [last] = await tx
    .select({ position: max(venue.position) })
    .from(venue)
    .where(eq(venue.eventId, eventId))
  const wanted = slugOf(name?.en ?? '') || slugOf(name?.vi ?? '') || slugOf(address) || 'venue'
  const slug = freeSlug(wanted, new Set(others.map((one) => one.slug)))
  const [made] = await tx
    .insert(venue)
    .values({ ...row, slug, position: (last?.position ?? 0) + 1 })
    .returning()
  if (!made) throw new Error('A venue was inserted without a row')
  return made
}
