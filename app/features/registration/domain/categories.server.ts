import { and, asc, eq, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.server.ts'
import { event, guestCategory } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const ofEvent = prepared((db) =>
  db
    .select()
    .from(guestCategory)
    .where(eq(guestCategory.eventId, sql.placeholder('eventId')))
    .orderBy(asc(guestCategory.position))
    .prepare('guest-categories'),
)

/** An event's guest categories with their counters, in the organizers' order. */
export function listGuestCategories(eventId: string) {
  return ofEvent().execute({ eventId })
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
