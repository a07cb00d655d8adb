import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { log } from '#app/shared/http/log.server.ts'
import { registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { offerFreeSeats } from './offer-free-seats.server.ts'
import { lockSeats } from './seat-lock.server.ts'
import { type Settlement, settleRegistrations } from './settle-registrations.server.ts'

/**
 * Ends the offers whose deadline has passed and offers their seats to the next, one event a transaction. Returns how
 * many ended. Run by the clock every minute; safe in any number of processes. An event that fails holds up no other; its
 * failure is thrown when the others are done.
 */
export async function expireOffers(ctx: Context): Promise<number> {
  const events = await database()
    .selectDistinct({ id: registration.eventId })
    .from(registration)
    .where(overdueAt(ctx))
  let ended = 0
  const failures: unknown[] = []
  for (const event of events) {
    try {
      ended += await endOffers(ctx, event.id)
    } catch (error) {
      log().error({ err: error, event: event.id }, 'offers of an event did not end')
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `Offers of ${failures.length} events did not end`)
  return ended
}

async function endOffers(ctx: Context, eventId: string): Promise<number> {
  return withTransaction(async (tx) => {
    await lockSeats({ id: eventId })
    const rows = await tx
      .select()
      .from(registration)
      .where(and(eq(registration.eventId, eventId), overdueAt(ctx)))
      .orderBy(asc(registration.id))
    await settleRegistrations(ctx, eventId, rows.map(endOfOffer))
    await offerFreeSeats(ctx, eventId)
    return rows.length
  })
}

function overdueAt(ctx: Context) {
  return and(eq(registration.state, 'offered'), lte(registration.offerExpiresAt, ctx.now))
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
