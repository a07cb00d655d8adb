import { eq } from 'drizzle-orm'
import { outbox, pausedDomain, suppression } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { nextNumber } from '#tests/factories/numbers.ts'

/** A mail that came back, and a domain that refused one: what stands in their addresses. */
export async function bouncedWorld(mail: { id: string } | undefined) {
  const outboxId = String(mail?.id)
  const [sent] = await database().select().from(outbox).where(eq(outbox.id, outboxId))
  const email = (sent?.recipientEmail ?? '').toLowerCase()
  const [stopped] = await database()
    .insert(suppression)
    .values({ email, scope: 'all', cause: 'dead', outboxId })
    .returning()
  const until = new Date(Date.now() + 86_400_000)
  const [paused] = await database()
    .insert(pausedDomain)
    .values({ domain: `refuses-${nextNumber()}.example`, until, outboxId })
    .returning()
  return { mail: outboxId, suppression: String(stopped?.id), domain: String(paused?.id) }
}
