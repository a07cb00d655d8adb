import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { event, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** How many sessions of the draft begin before their event does, or end after it; publishing refuses them. */
export async function countSessionsOutside(eventId: string): Promise<number> {
  const outside = await database()
    .select({ id: session.id })
    .from(session)
    .innerJoin(event, eq(event.id, session.eventId))
    .where(
      and(
        eq(session.eventId, eventId),
        isNull(session.cancelledAt),
        or(lt(session.startsAt, event.startsAt), gt(session.endsAt, event.endsAt)),
      ),
    )
  return outside.length
}
