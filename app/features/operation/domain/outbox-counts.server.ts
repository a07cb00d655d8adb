import { count, inArray } from 'drizzle-orm'
import type { OutboxState } from '#app/shared/vocabulary.ts'
import { outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const watched = ['queued', 'sending', 'failed'] as const satisfies readonly OutboxState[]

/** How many mails wait, are on their way, or failed. Those that were sent are not counted: they are many and done. */
export async function findOutboxCounts(): Promise<Record<(typeof watched)[number], number>> {
  const rows = await database()
    .select({ state: outbox.state, count: count() })
    .from(outbox)
    .where(inArray(outbox.state, watched))
    .groupBy(outbox.state)
  const found = Object.fromEntries(rows.map((row) => [row.state, row.count]))
  return { queued: found.queued ?? 0, sending: found.sending ?? 0, failed: found.failed ?? 0 }
}
