import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockRegistration, step } from '../lifecycle/locked-registration.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'
import { settleRegistrations } from './settle-registrations.server.ts'

/**
 * The attendee takes the offered seat, or proves by the mailed link that the address is theirs. Refuses after the
 * deadline, even when the sweep has not come by yet, and an offer also once the event has begun.
 */
export async function acceptOffer(ctx: Context, token: string): Promise<void> {
  const { id, eventId } = await getRegistrationByToken(token)
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, id)
    if (locked.row.state === 'confirmed') return
    const { state, offerExpiresAt: deadline } = locked.row
    if (state !== 'offered' || !deadline)
      throw new Refusal(state === 'cancelled' ? 'offer-cancelled' : 'offer-none')
    if (locked.seats.event.startsAt <= ctx.now && !locked.row.addressAsked)
      throw new Refusal('offer-event-begun')
    if (deadline <= ctx.now) throw new Refusal('offer-over')
    await settleRegistrations(ctx, eventId, [step(locked, 'confirmed', { by: 'attendee' })])
  })
}
