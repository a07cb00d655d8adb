import { sql } from 'drizzle-orm'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { live } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Where the screens of live rooms hear of changes: the payload is the event's id. */
export const liveChannel = 'live_changed'

/**
 * Counts a change of what an event's live room shows, and tells every process at the commit. Whoever writes there calls
 * this first: the counter's row makes them wait for each other.
 */
export async function announceLive(eventId: string): Promise<void> {
  await withTransaction(async (tx) => {
    await tx
      .insert(live)
      .values({ eventId, revision: 1 })
      .onConflictDoUpdate({ target: live.eventId, set: { revision: sql`${live.revision} + 1` } })
    await pageChanged(pageTag.live(eventId))
    await tx.execute(sql`select pg_notify(${liveChannel}, ${eventId})`)
  })
}
