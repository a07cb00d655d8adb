import { and, eq, gt } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/**
 * No offer runs on after its event has begun: when the event moves earlier, the deadlines that lie behind the new start
 * do too, and whoever holds such an offer gets it again with the new one. Answers how many there were.
 */
export async function endOffersByStart(ctx: Context, eventId: string, startsAt: Date): Promise<number> {
  return withTransaction(async (tx) => {
    const shortened = await tx
      .update(registration)
      .set({ offerExpiresAt: startsAt, updatedAt: ctx.now })
      .where(
        and(
          eq(registration.eventId, eventId),
          eq(registration.state, 'offered'),
          gt(registration.offerExpiresAt, startsAt),
        ),
      )
      .returning()
    // A start in the past ends them at once: the clock's next minute tells that.
    if (startsAt > ctx.now)
      await queueMail(
        ...shortened.map(({ id, name, email, locale }) => ({
          ...{ kind: 'offered' as const, eventId, registrationId: id, locale },
          ...{ recipientName: name, recipientEmail: email, facts: { deadline: startsAt.toISOString() } },
        })),
      )
    return shortened.length
  })
}
