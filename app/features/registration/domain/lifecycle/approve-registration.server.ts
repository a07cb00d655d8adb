import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { placeArrivals } from '../seats/seats.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { lockRegistration, step } from './locked-registration.server.ts'

/**
 * Approves a pending or declined registration: a seat when one is free, else a place on the waitlist. A seat that is held
 * for the proof of an address becomes theirs without one.
 */
export async function approveRegistration(
  ctx: Context,
  eventId: string,
  registrationId: string,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, registrationId)
    if (locked.row.state === 'confirmed' || locked.row.state === 'waitlisted') return
    if (locked.row.state === 'offered' && locked.row.addressAsked) {
      if (locked.seats.event.cancelledAt) throw new Refusal('registration-cancelled')
      return settleRegistrations(ctx, eventId, [step(locked, 'confirmed', { by: 'organizer' })])
    }
    // Nobody is brought back who has cancelled, nor loses an offer, by a page that was opened before.
    if (locked.row.state !== 'pending' && locked.row.state !== 'declined') {
      throw new Refusal('state-changed', 'state', { state: locked.row.state })
    }
    const { event, categories } = locked.seats
    if (event.cancelledAt) throw new Refusal('registration-cancelled')
    const wish = { categoryId: locked.row.categoryId, needsApproval: false }
    const [placement] = placeArrivals(event, categories, [wish])
    if (placement !== 'confirmed' && placement !== 'waitlisted') throw new Refusal('event-full')
    await settleRegistrations(ctx, eventId, [step(locked, placement, { by: 'organizer' })])
  })
}
