import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'

/** Keeps so many more seats of a category for hosts' guests, or fewer. For callers that hold the event's lock. */
export async function changeHeld(
  tx: Transaction,
  { eventId, categoryId, by }: { eventId: string; categoryId: string; by: number },
): Promise<void> {
  if (by === 0) return
  await tx.execute(sql`
    with counted as (
      update guest_category set held = held + ${by}::int where id = ${categoryId} and event_id = ${eventId}
    )
    update event set held = held + ${by}::int where id = ${eventId}`)
}
