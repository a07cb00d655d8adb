import { and, eq, inArray, sql } from 'drizzle-orm'
import { findUndelivered } from '#app/features/bounces/domain/find-undelivered.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { attendeeOf } from '#app/features/registration/domain/attendee.ts'
import { cancelRegistration } from '#app/features/registration/domain/lifecycle/cancel-registration.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Transaction } from '#db/client.server.ts'
import { guestInvitation, quota } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askGuests } from './ask-guests.server.ts'
import { endOpenInvitation } from './end-invitation.server.ts'
import { getGuest } from './guest-invitations.server.ts'
import { guestMail } from './guest-mail.ts'
import type { NamedGuest } from './invite-guests.server.ts'
import { requireOwnQuota } from './quota-right.server.ts'
import { unusedPlaces } from './quota-rule.ts'
import { getQuota, type Quota } from './quotas.server.ts'

type Input = { eventId: string; quotaId: string; id: string; by: NamedGuest }
type Row = Awaited<ReturnType<typeof getGuest>>

/**
 * Another guest is asked on the place of one who was asked, has said yes or has said no: whoever had it is told and leaves
 * it, and nobody else gets it in between. Naming the same person twice is harmless.
 */
export async function replaceGuest(ctx: Context, { eventId, quotaId, id, by }: Input): Promise<void> {
  await requireOwnQuota(ctx, eventId, quotaId)
  await withTransaction(async (tx) => {
    const { event } = await lockSeats({ id: eventId })
    const own = await getQuota(eventId, quotaId)
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    if (own.releasedAt) throw new Refusal('quota-released', 'state')
    const old = await getGuest(quotaId, id)
    const person = attendeeOf({ ...by, category: own.categoryCode })
    const standing = await listStanding(tx, own, person.emailKey)
    if (old.replacedById) {
      if (standing.includes(old.replacedById)) return
      throw new Refusal('guest-replaced', 'state')
    }
    if (standing.length > 0) throw new Refusal('guest-known', 'state')
    // Whoever has the place would leave it to somebody who never hears of it.
    if ((await findUndelivered([person.email])).size > 0) throw new Refusal('guest-unreachable', 'state')
    await giveUp(ctx, tx, old, own.organizationId)
    // Of a guest who said no, the place may be another's by now.
    if (unusedPlaces(await getQuota(eventId, quotaId)) === 0) throw new Refusal('quota-full', 'state')
    const [made] = await askGuests(ctx, tx, own, [person])
    await tx
      .update(guestInvitation)
      .set({ replacedById: made?.id ?? null })
      .where(eq(guestInvitation.id, id))
    // That it was done, and not for whom: every host reads what was done at the event.
    await recordActivity(ctx, {
      verb: 'quota.replaced',
      eventId,
      subjectId: own.organizationId,
      subjectName: textIn(own.organization, ctx.locale),
    })
  })
}

/** The invitations of an address that this host has open or accepted, on whichever of its places. */
async function listStanding(tx: Transaction, { eventId, organizationId }: Quota, emailKey: string) {
  const rows = await tx
    .select({ id: guestInvitation.id })
    .from(guestInvitation)
    .innerJoin(quota, eq(quota.id, guestInvitation.quotaId))
    .where(
      and(
        eq(quota.eventId, eventId),
        eq(quota.organizationId, organizationId),
        eq(guestInvitation.emailKey, emailKey),
        inArray(guestInvitation.state, ['open', 'accepted']),
      ),
    )
  return rows.map(({ id }) => id)
}

/** Whoever has the place leaves it to the host, and is told. */
async function giveUp(ctx: Context, tx: Transaction, old: Row, organizationId: string) {
  const { id, eventId, quotaId, state, registrationId } = old
  if (state === 'declined') return
  if (state === 'open') {
    await endOpenInvitation(ctx, tx, { id, quotaId, to: 'withdrawn' })
    await queueMail(guestMail(old, organizationId, 'withdrawn'))
    return
  }
  if (state !== 'accepted' || !registrationId) throw new Refusal('guest-answered', 'state')
  await cancelRegistration(ctx, eventId, registrationId)
  // They said no to nothing: the host took the place back.
  await tx.update(guestInvitation).set({ state: 'withdrawn' }).where(eq(guestInvitation.id, id))
  await tx
    .update(quota)
    .set({ declined: sql`${quota.declined} - 1` })
    .where(eq(quota.id, quotaId))
}
