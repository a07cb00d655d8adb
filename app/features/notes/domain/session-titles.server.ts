import { asc, eq } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** What the sessions of an event are called in its draft, in order of time, those that were dropped too. */
export async function sessionTitles(eventId: string): Promise<Map<string, TranslatedText>> {
  const rows = await database()
    .select({ id: session.id, title: session.title })
    .from(session)
    .where(eq(session.eventId, eventId))
    .orderBy(asc(session.startsAt), asc(session.slug))
  return new Map(rows.map((row) => [row.id, row.title]))
}
