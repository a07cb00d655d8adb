import { and, asc, eq } from 'drizzle-orm'
import { event, guestCategory } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** An event's guest categories with their counters, in the organizers' order. */
export function listGuestCategories(eventId: string) {
  return database()
    .select()
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
    .orderBy(asc(guestCategory.position))
}

/** How many a guest of a category may bring; null where there is no such category. */
export async function companionLimitOf(slug: string, code: string): Promise<number | null> {
  const [found] = await database()
    .select({ limit: guestCategory.companionLimit })
    .from(guestCategory)
    .innerJoin(event, eq(event.id, guestCategory.eventId))
    .where(and(eq(event.slug, slug), eq(guestCategory.code, code)))
  return found?.limit ?? null
}
