import { and, desc, eq, lt } from 'drizzle-orm'
import { activity } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const pageSize = 50

/** What was done at an event, newest first. `olderThan` is the last entry of the page before. */
export async function listEventActivity(eventId: string, olderThan?: number) {
  const rows = await database()
    .select({
      id: activity.id,
      accountId: activity.accountId,
      actorName: activity.actorName,
      verb: activity.verb,
      subjectName: activity.subjectName,
      details: activity.details,
      at: activity.at,
    })
    .from(activity)
    .where(and(eq(activity.eventId, eventId), olderThan ? lt(activity.id, olderThan) : undefined))
    .orderBy(desc(activity.id))
    .limit(pageSize + 1)
  const entries = rows.slice(0, pageSize)
  return { entries, olderThan: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null }
}
