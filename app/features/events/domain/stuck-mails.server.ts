import { and, eq, lt, or } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const late = 10 * 60_000
const most = 100

/** How many mails of an event failed for good or wait far longer than they should; counted up to a hundred. */
export async function countStuckMails(ctx: Context, eventId: string): Promise<number> {
  const waitingSince = new Date(ctx.now.getTime() - late)
  const rows = await database()
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.eventId, eventId),
        or(eq(outbox.state, 'failed'), and(eq(outbox.state, 'queued'), lt(outbox.createdAt, waitingSince))),
      ),
    )
    .limit(most)
  return rows.length
}
