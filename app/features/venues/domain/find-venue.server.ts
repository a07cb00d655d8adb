import { and, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import { event, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type OneVenue = Awaited<ReturnType<typeof getVenue>>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One venue of an event, with whether the event itself is held there; or refused. */
export async function getVenue(eventId: string, venueId: string) {
  const [found] = uuid.test(venueId)
    ? await database()
        .select({ venue, mainId: event.venueId })
        .from(venue)
        .innerJoin(event, eq(event.id, venue.eventId))
        .where(and(eq(venue.eventId, eventId), eq(venue.id, venueId)))
    : []
  if (!found) throw new Refusal('venue-missing', 'missing')
  return { ...found.venue, isMain: found.mainId === venueId }
}
