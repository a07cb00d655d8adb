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

const columns = {
  id: activity.id,
  accountId: activity.accountId,
  actorName: activity.actorName,
  verb: activity.verb,
  subjectId: activity.subjectId,
  subjectName: activity.subjectName,
  details: activity.details,
  at: activity.at,
}

export type ActivityEntry = Pick<typeof activity.$inferSelect, keyof typeof columns>

/** What was done at an event, newest first. For readers whose right to it was checked. */
export function listEventActivity(eventId: string, filter: ActivityFilter = {}) {
  return listActivity({ eventId }, filter)
}

export type ActivityPlace = { eventId: string } | { initiativeId: string }

const at = (place: ActivityPlace) =>
  'eventId' in place ? eq(activity.eventId, place.eventId) : eq(activity.initiativeId, place.initiativeId)

/** The same at an event or an initiative. */
export async function listActivity(
  place: ActivityPlace,
  { olderThan, kinds = [], q = '' }: ActivityFilter = {},
) {
  const words = await searchedWords(q)
  const text = sql`search_text(${activity.actorName} || ' ' || ${activity.subjectName})`
  const rows = await database()
    .select(columns)
    .from(activity)
    .where(
      and(
        at(place),
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

/** One entry of an event or an initiative, for what is to be done with it; null when there is none. */
export async function findActivity(place: ActivityPlace, id: number): Promise<ActivityEntry | null> {
  const own = and(at(place), eq(activity.id, id))
  const [found] = await database().select(columns).from(activity).where(own)
  return found ?? null
}
