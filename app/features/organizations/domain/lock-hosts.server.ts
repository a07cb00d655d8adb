import { asc, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, host } from '#db/schema/index.ts'

/** The hosts of an event in their order, held still until commit: of two that withdraw at once, one stays. */
export async function lockHosts(tx: Transaction, eventId: string) {
  const [found] = await tx
    .select({ id: event.id })
    .from(event)
    .where(eq(event.id, eventId))
    .for('no key update')
  if (!found) throw new Refusal('event-missing', 'missing')
  return tx.select().from(host).where(eq(host.eventId, eventId)).orderBy(asc(host.position))
}
