import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { listEventsWhere } from '#app/features/events/domain/events.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import {
  agendaVersion,
  event,
  initiativeEvent,
  initiativeSession,
  registrationDay,
  session,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The published events that came of an initiative, the earliest first. */
export function listEventsFrom(initiativeId: string) {
  const own = database()
    .select({ id: initiativeEvent.eventId })
    .from(initiativeEvent)
    .where(eq(initiativeEvent.initiativeId, initiativeId))
  return listEventsWhere(inArray(event.id, own), {})
}

export type SessionFrom = {
  id: string
  slug: string
  title: TranslatedText
  startsAt: string
  event: { id: string; slug: string; title: TranslatedText; timeZone: string }
}

/** The sessions that came of an initiative, as the newest agendas that readers see have them. */
export async function listSessionsFrom(initiativeId: string): Promise<SessionFrom[]> {
  const shown = sql<Omit<SessionFrom, 'event'> | null>`(
    select one from jsonb_array_elements((
      select v.agenda -> 'sessions' from ${agendaVersion} v where v.event_id = ${event.id}
      order by v.number desc limit 1)) one
    where one ->> 'id' = ${session.id}::text)`
  const rows = await database()
    .select({
      shown,
      event: { id: event.id, slug: event.slug, title: event.title, timeZone: event.timeZone },
    })
    .from(initiativeSession)
    .innerJoin(session, eq(session.id, initiativeSession.sessionId))
    .innerJoin(event, eq(event.id, session.eventId))
    .where(
      and(
        eq(initiativeSession.initiativeId, initiativeId),
        isNotNull(event.publishedAt),
        isNull(event.removedAt),
      ),
    )
    .orderBy(session.startsAt, session.id)
  return rows.flatMap(({ shown: one, event: at }) => {
    if (!one) return []
    const { id, slug, title, startsAt } = one
    return [{ id, slug, title, startsAt, event: at }]
  })
}

/** How many registered, month by month (`2026-11`), at the published events that came of an initiative. */
export async function countRegistrationsFrom(
  initiativeId: string,
): Promise<{ month: string; count: number }[]> {
  const month = sql<string>`to_char(${registrationDay.day}, 'YYYY-MM')`
  return database()
    .select({ month, count: sql<number>`sum(${registrationDay.count})::int` })
    .from(initiativeEvent)
    .innerJoin(event, and(eq(event.id, initiativeEvent.eventId), isNotNull(event.publishedAt)))
    .innerJoin(registrationDay, eq(registrationDay.eventId, event.id))
    .where(eq(initiativeEvent.initiativeId, initiativeId))
    .groupBy(month)
    .having(sql`sum(${registrationDay.count}) > 0`)
    .orderBy(month)
}
