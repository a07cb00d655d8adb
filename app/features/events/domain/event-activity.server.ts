import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import { activity } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const pageSize = 50

export type ActivityFilter = {
  /** The last entry of the page before. */
  olderThan?: number | undefined
  /** First parts of verbs. */
  kinds?: readonly string[]
  /** Words of who did it or of what it was done to, with or without diacritics. */
  q?: string
}

/** What was done at an event, newest first. For readers whose right to it was checked. */
export async function listEventActivity(
  eventId: string,
  { olderThan, kinds = [], q = '' }: ActivityFilter = {},
) {
  const words = await searchedWords(q)
  const text = sql`search_text(${activity.actorName} || ' ' || ${activity.subjectName})`
  const rows = await database()
    .select({
      id: activity.id,
      accountId: activity.accountId,
      actorName: activity.actorName,
      verb: activity.verb,
      subjectId: activity.subjectId,
      subjectName: activity.subjectName,
      details: activity.details,
      at: activity.at,
    })
    .from(activity)
    .where(
      and(
        eq(activity.eventId, eventId),
        olderThan ? lt(activity.id, olderThan) : undefined,
        kinds.length > 0 ? inArray(sql`split_part(${activity.verb}, '.', 1)`, [...kinds]) : undefined,
        ...words.map((word) => holdsWord(text, word)),
      ),
    )
    .orderBy(desc(activity.id))
    .limit(pageSize + 1)
  const entries = rows.slice(0, pageSize)
  return { entries, olderThan: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
}
