import { and, eq, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Transaction } from '#db/client.server.ts'
import { guestInvitation, quota } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getGuest, getInvitationByToken } from './guest-invitations.server.ts'
import { guestMail } from './guest-mail.ts'
import { requireOwnQuota } from './quota-right.server.ts'

/** The guest says no: the place is free for another guest of the same host. Saying it twice is harmless. */
export async function declineGuestInvitation(ctx: Context, token: string): Promise<void> {
  const { id, eventId, quotaId } = await getInvitationByToken(token)
  await withTransaction(async (tx) => {
    await lockSeats({ id: eventId })
    const { state } = await getGuest(quotaId, id)
    if (state === 'declined') return
    if (state !== 'open') throw new Refusal('guest-answered', 'state')
    await endOpenInvitation(ctx, tx, { id, quotaId, to: 'declined' })
  })
}

/** The host takes back what nobody has answered yet, and says so to its guest. */
export async function withdrawInvitation(
  ctx: Context,
  { eventId, quotaId, id }: { eventId: string; quotaId: string; id: string },
): Promise<void> {
  const own = await requireOwnQuota(ctx, eventId, quotaId)
  await withTransaction(async (tx) => {
    await lockSeats({ id: eventId })
    const guest = await getGuest(quotaId, id)
    if (guest.state === 'withdrawn') return
    if (guest.state !== 'open') throw new Refusal('guest-answered', 'state')
    await endOpenInvitation(ctx, tx, { id, quotaId, to: 'withdrawn' })
    await queueMail(guestMail(guest, own.organizationId, 'withdrawn'))
    await recordActivity(ctx, {
      verb: 'quota.withdrawn',
      eventId,
      subjectId: own.organizationId,
      subjectName: textIn(own.organization, ctx.locale),
    })
  })
}

type Ended = { id: string; quotaId: string; to: 'declined' | 'withdrawn' }

/** An open invitation is over: its place is the host's again. For callers that hold the event's lock. */
export async function endOpenInvitation(
  ctx: Context,
  tx: Transaction,
  { id, quotaId, to }: Ended,
): Promise<void> {
  await tx
    .update(guestInvitation)
    .set({ state: to, answeredAt: ctx.now })
    .where(and(eq(guestInvitation.id, id), eq(guestInvitation.state, 'open')))
  await tx
    .update(quota)
    .set({
      invited: sql`${quota.invited} - 1`,
      declined: sql`${quota.declined} + ${to === 'declined' ? 1 : 0}`,
    })
    .where(eq(quota.id, quotaId))
}
