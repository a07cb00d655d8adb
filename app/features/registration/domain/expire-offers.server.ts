import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { offerFreeSeats } from './offer-free-seats.server.ts'
import { lockSeats } from './seat-lock.server.ts'
import { type Settlement, settleRegistrations } from './settle-registrations.server.ts'

/**
 * Ends the offers whose deadline has passed and offers their seats to the next, one event a transaction. Returns how
 * many ended. Run by the clock every minute; safe in any number of processes.
 */
export async function expireOffers(ctx: Context): Promise<number> {
  const overdue = and(eq(registration.state, 'offered'), lte(registration.offerExpiresAt, ctx.now))
  const events = await database()
    .selectDistinct({ id: registration.eventId })
    .from(registration)
    .where(overdue)
  let ended = 0
  for (const event of events) {
    ended += await withTransaction(async (tx) => {
      await lockSeats({ id: event.id })
      const rows = await tx
        .select()
        .from(registration)
        .where(and(eq(registration.eventId, event.id), overdue))
        .orderBy(asc(registration.id))
      await settleRegistrations(ctx, event.id, rows.map(endOfOffer))
      await offerFreeSeats(ctx, event.id)
      return rows.length
    })
  }
  return ended
}

function endOfOffer(row: typeof registration.$inferSelect): Settlement {
  return {
    id: row.id,
    categoryId: row.categoryId,
    from: 'offered',
    to: 'cancelled',
    recipient: { name: row.name, email: row.email, locale: row.locale },
    invitation: null,
    by: 'deadline',
  }
}
