import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Context } from '#app/shared/context.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const late = 10 * 60_000
const most = 100

/** How many mails of an event failed for good or wait far longer than they should; counted up to a hundred. */
export async function countStuckMails(ctx: Context, eventId: string): Promise<number> {
  const waitingSince = new Date(ctx.now.getTime() - late)
  // Each state in its index's own order: with one condition for both, the mails that wait in other events make the
  // planner look for them among all of this one's.
  const of = (state: SQL | undefined) =>
    database()
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.eventId, eventId), state))
      .orderBy(desc(outbox.createdAt), outbox.id)
      .limit(most)
  const isLate = and(eq(outbox.state, 'queued'), lt(outbox.createdAt, waitingSince))
  const rows = await unionAll(of(eq(outbox.state, 'failed')), of(isLate)).limit(most)
  return rows.length
}
