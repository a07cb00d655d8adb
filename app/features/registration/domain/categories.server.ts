import { asc, eq } from 'drizzle-orm'
import { guestCategory } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** An event's guest categories with their counters, in the organizers' order. */
export function listGuestCategories(eventId: string) {
  return database()
    .select()
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
    .orderBy(asc(guestCategory.position))
}
