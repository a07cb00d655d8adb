import { eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { event, venue } from '#db/schema/index.ts'

export type LockedEvent = typeof event.$inferSelect & { venue: typeof venue.$inferSelect | null }

/** The event as it is, held still until commit; its registrations wait in the same line. */
export async function lockEvent(tx: Transaction, eventId: string): Promise<LockedEvent> {
  const [locked] = await tx.select().from(event).where(eq(event.id, eventId)).for('no key update')
  if (!locked) throw new Refusal('event-missing', 'missing')
  const [place] = locked.venueId ? await tx.select().from(venue).where(eq(venue.id, locked.venueId)) : []
  return { ...locked, venue: place ?? null }
}
