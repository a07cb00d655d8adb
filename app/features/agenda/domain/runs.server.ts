import { eq } from 'drizzle-orm'
import { run } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

/** The sessions of an event that were begun in its live room, by id, with when they began and were ended: one statement. */
export async function listRuns(
  eventId: string,
): Promise<Map<string, { startedAt: Date; endedAt: Date | null }>> {
  const rows = await database()
    .select({ id: run.sessionId, startedAt: run.startedAt, endedAt: run.endedAt })
    .from(run)
    .where(eq(run.eventId, eventId))
  return new Map(rows.map(({ id, ...ran }) => [id, ran]))
}
