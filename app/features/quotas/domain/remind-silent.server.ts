import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { guestInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { guestMail } from './guest-mail.ts'
import { requireOwnQuota } from './quota-right.server.ts'

const day = 24 * 60 * 60_000

/** Asks those again who have not answered; nobody twice within a day. Returns how many. */
export async function remindSilent(
  ctx: Context,
  { eventId, quotaId }: { eventId: string; quotaId: string },
): Promise<number> {
  const own = await requireOwnQuota(ctx, eventId, quotaId)
  return withTransaction(async (tx) => {
    const { event } = await lockSeats({ id: eventId })
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    const yesterday = new Date(ctx.now.getTime() - day)
    const quiet = or(
      lt(guestInvitation.remindedAt, yesterday),
      and(isNull(guestInvitation.remindedAt), lt(guestInvitation.createdAt, yesterday)),
    )
    const silent = await tx
      .update(guestInvitation)
      .set({ remindedAt: ctx.now })
      .where(and(eq(guestInvitation.quotaId, quotaId), eq(guestInvitation.state, 'open'), quiet))
      .returning()
    if (silent.length === 0) return 0
    await queueMail(...silent.map((one) => guestMail(one, own.organizationId, 'reminded')))
    await recordActivity(ctx, {
      verb: 'quota.reminded',
      eventId,
      subjectId: own.organizationId,
      subjectName: textIn(own.organization, ctx.locale),
      details: { count: silent.length },
    })
    return silent.length
  })
}
