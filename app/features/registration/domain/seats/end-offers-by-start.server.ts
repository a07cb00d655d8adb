import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { tellNewDeadlines } from './tell-new-deadlines.server.ts'

type Earlier = { eventId: string; startsAt: Date; isPublished: boolean }

/**
 * No offer runs on after its event has begun: when the event moves earlier, the deadlines that lie behind the new start
 * do too, and whoever holds such an offer gets it again with the new one. An offer of an event that is not public would
 * lead nowhere: publishing makes up for it.
 */
export async function endOffersByStart(
  ctx: Context,
  { eventId, startsAt, isPublished }: Earlier,
): Promise<void> {
  await withTransaction(async (tx) => {
    await tx
      .update(registration)
      .set({ offerExpiresAt: startsAt, updatedAt: ctx.now })
      .where(
        and(
          eq(registration.eventId, eventId),
          eq(registration.state, 'offered'),
          eq(registration.addressAsked, false),
          gt(registration.offerExpiresAt, startsAt),
        ),
      )
    if (isPublished) await tellNewDeadlines(ctx, eventId)
  })
}
