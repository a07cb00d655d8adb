import { and, asc, eq, gt } from 'drizzle-orm'
import type { RecipientState } from '#app/shared/vocabulary.ts'
import { campaignRecipient, outbox } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

const onPage = 100

/** Recipients in the order of the ledger, from behind `after`; `next` continues, null at the end. */
export async function listRecipients(
  campaignId: string,
  { state, after }: { state: RecipientState | null; after: number },
) {
  const rows = await database()
    .select({
      id: campaignRecipient.id,
      email: campaignRecipient.email,
      name: campaignRecipient.name,
      state: campaignRecipient.state,
      reason: campaignRecipient.reason,
      knownAt: campaignRecipient.knownAt,
      /** What the other host said. */
      words: outbox.lastError,
    })
    .from(campaignRecipient)
    .leftJoin(outbox, and(eq(outbox.id, campaignRecipient.outboxId), eq(campaignRecipient.reason, 'refused')))
    .where(
      and(
        eq(campaignRecipient.campaignId, campaignId),
        state ? eq(campaignRecipient.state, state) : undefined,
        gt(campaignRecipient.id, after),
      ),
    )
    .orderBy(asc(campaignRecipient.id))
    .limit(onPage + 1)
  const shown = rows.slice(0, onPage)
  return { rows: shown, next: rows.length > onPage ? (shown.at(-1)?.id ?? null) : null }
}
