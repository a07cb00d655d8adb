import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { event, guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Category = typeof guestCategory.$inferSelect

/** The published parts of an event with their categories, and what somebody who is registered for the whole has in them. */
export async function listParts({ id, eventId }: { id: string; eventId: string }) {
  const parts = await database()
    .select({ event, state: registration.state, salt: registration.tokenSalt })
    .from(event)
    .leftJoin(registration, and(eq(registration.eventId, event.id), eq(registration.parentId, id)))
    .where(and(eq(event.parentId, eventId), isNotNull(event.publishedAt)))
    .orderBy(asc(event.startsAt), asc(event.slug))
  if (parts.length === 0) return []
  const ids = parts.map((part) => part.event.id)
  const categories = await database()
    .select()
    .from(guestCategory)
    .where(inArray(guestCategory.eventId, ids))
    .orderBy(asc(guestCategory.position))
  const of = new Map<string, Category[]>()
  for (const one of categories) of.set(one.eventId, [...(of.get(one.eventId) ?? []), one])
  return parts.map(({ event: part, state, salt }) => ({
    event: part,
    categories: of.get(part.id) ?? [],
    own: state && salt ? { state, token: personalToken(salt) } : null,
  }))
}
