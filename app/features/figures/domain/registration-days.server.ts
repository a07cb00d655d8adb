import { and, eq, ne, sql } from 'drizzle-orm'
import type { LinkSource, Locale } from '#app/shared/vocabulary.ts'
import { event, guestCategory, link, registrationDay } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { DayCount } from './over-time.ts'

/** Days from the day of the start, by the event's own clock. */
const day = sql<number>`${registrationDay.day} - (${event.startsAt} at time zone ${event.timeZone})::date`
const count = sql<number>`sum(${registrationDay.count})::int`

/** Who registered on each day by the category they are in now, called by its code. */
export async function countDaysByCategory(eventId: string): Promise<DayCount<string>[]> {
  return database()
    .select({ day, key: guestCategory.code, count })
    .from(registrationDay)
    .innerJoin(event, eq(event.id, registrationDay.eventId))
    .innerJoin(guestCategory, eq(guestCategory.id, registrationDay.categoryId))
    .where(and(eq(registrationDay.eventId, eventId), ne(registrationDay.count, 0)))
    .groupBy(day, guestCategory.code)
}

/** Who registered on each day by the source of their link; null for those who came by none. */
export async function countDaysBySource(eventId: string): Promise<DayCount<LinkSource | null>[]> {
  return database()
    .select({ day, key: link.source, count })
    .from(registrationDay)
    .innerJoin(event, eq(event.id, registrationDay.eventId))
    .leftJoin(link, eq(link.id, registrationDay.linkId))
    .where(and(eq(registrationDay.eventId, eventId), ne(registrationDay.count, 0)))
    .groupBy(day, link.source)
}

/** Who registered on each day by link; null for those who came by none. */
export async function countDaysByLink(eventId: string): Promise<DayCount<string | null>[]> {
  return database()
    .select({ day, key: registrationDay.linkId, count })
    .from(registrationDay)
    .innerJoin(event, eq(event.id, registrationDay.eventId))
    .where(and(eq(registrationDay.eventId, eventId), ne(registrationDay.count, 0)))
    .groupBy(day, registrationDay.linkId)
}

export type LinkLanguageCount = { linkId: string | null; locale: Locale; count: number }

/** Who registered by each link in each language. */
export async function countLanguagesByLink(eventId: string): Promise<LinkLanguageCount[]> {
  return database()
    .select({ linkId: registrationDay.linkId, locale: registrationDay.locale, count })
    .from(registrationDay)
    .where(and(eq(registrationDay.eventId, eventId), ne(registrationDay.count, 0)))
    .groupBy(registrationDay.linkId, registrationDay.locale)
}
