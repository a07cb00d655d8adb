import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { lockRegistration } from '#app/features/registration/domain/lifecycle/locked-registration.server.ts'
import {
  newPersonalLink,
  personalPath,
} from '#app/features/registration/domain/links/personal-link.server.ts'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import {
  type Settlement,
  settleRegistrations,
} from '#app/features/registration/domain/seats/settle-registrations.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { guestInvitation, quota, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { changeHeld } from './change-held.server.ts'
import { getGuest, getInvitationByToken } from './guest-invitations.server.ts'

/**
 * The guest says yes and has a seat: the one that was kept for them. Whoever was registered already comes on the host's
 * place from now on, and what they had goes to the next. Returns where their registration is.
 */
export async function acceptGuestInvitation(ctx: Context, token: string): Promise<string> {
  const { id, eventId, quotaId } = await getInvitationByToken(token)
  return withTransaction(async (tx) => {
    const { event } = await lockSeats({ id: eventId })
    const guest = await getGuest(quotaId, id)
    const [known] = await tx
      .select()
      .from(registration)
      .where(and(eq(registration.eventId, eventId), eq(registration.emailKey, guest.emailKey)))
    if (guest.state === 'accepted' && known?.id === guest.registrationId) return personalPath(known.tokenSalt)
    if (guest.state !== 'open') throw new Refusal('guest-answered', 'state')
    if (event.cancelledAt) throw new Refusal('registration-cancelled')
    if (ctx.now >= event.endsAt) throw new Refusal('registration-past')
    const [own] = await tx.select().from(quota).where(eq(quota.id, quotaId))
    if (!own || own.releasedAt) throw new Refusal('quota-released', 'state')
    if (known?.state === 'confirmed' && (await isGuestOfHost(tx, known.id)))
      throw new Refusal('guest-of-other', 'state')
    await changeHeld(tx, { eventId, categoryId: own.categoryId, by: -1 })
    await tx
      .update(quota)
      .set({ invited: sql`${quota.invited} - 1`, accepted: sql`${quota.accepted} + 1` })
      .where(eq(quota.id, quotaId))
    const seat = known ? await seatAgain(ctx, known, own.categoryId) : await seatNew(ctx, guest, own)
    await tx
      .update(guestInvitation)
      .set({ state: 'accepted', registrationId: seat.id, answeredAt: ctx.now })
      .where(eq(guestInvitation.id, id))
    // What they had before, or a seat in a line, may be the next one's.
    if (known) await offerFreeSeats(ctx, eventId)
    return personalPath(seat.tokenSalt)
  })
}

async function isGuestOfHost(tx: Transaction, registrationId: string): Promise<boolean> {
  const theirs = and(
    eq(guestInvitation.registrationId, registrationId),
    eq(guestInvitation.state, 'accepted'),
  )
  return (await tx.$count(guestInvitation, theirs)) > 0
}

type Guest = Awaited<ReturnType<typeof getGuest>>

async function seatNew(ctx: Context, guest: Guest, { categoryId }: { categoryId: string }) {
  const link = newPersonalLink()
  const { name, email, emailKey, affiliation, jobTitle, locale } = guest
  const id = randomUUID()
  const attendee = { name, email, emailKey, affiliation, jobTitle, locale, answers: {} }
  // Under the UID of the hold: the seat takes its place in the calendar.
  const invitation = { uid: guest.id, sequence: 0, cancelled: false }
  const recipient = { name, email, locale }
  await settleRegistrations(ctx, guest.eventId, [
    {
      id,
      categoryId,
      from: null,
      to: 'confirmed',
      recipient,
      invitation,
      by: 'attendee',
      attendee: { ...attendee, ...link },
    },
  ])
  return { id, tokenSalt: link.tokenSalt }
}

async function seatAgain(ctx: Context, known: typeof registration.$inferSelect, categoryId: string) {
  const { row, invitation } = await lockRegistration(known.eventId, known.id)
  const { id, name, email, locale, state: from } = row
  const seated: Settlement = {
    id,
    categoryId,
    fromCategoryId: row.categoryId,
    from,
    to: 'confirmed',
    recipient: { name, email, locale },
    invitation,
    by: 'attendee',
  }
  const isThere = from === 'confirmed' && row.categoryId === categoryId
  if (!isThere) await settleRegistrations(ctx, known.eventId, [seated])
  return { id, tokenSalt: row.tokenSalt }
}
