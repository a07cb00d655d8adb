import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockRegistration, step } from '../lifecycle/locked-registration.server.ts'
import { freeInCategory, freeInEvent, placeArrivals } from '../seats/seats.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'

/**
 * Gives a guest a seat where none is free, by decision and with a reason: one more is brought in, counted as such, so that
 * the seats of all others stay what they were. Where a seat is free for them, it is an ordinary one.
 */
export async function seatBeyondCapacity(
  ctx: Context,
  eventId: string,
  registrationId: string,
  reason: string,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.exceed', eventId)
  if (reason.trim() === '') throw new Refusal('seat-reason-missing', 'invalid')
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, registrationId)
    const { seats, row } = locked
    if (row.state === 'confirmed') return
    if (seats.event.cancelledAt) throw new Refusal('registration-cancelled')
    const own = seats.categories.find(({ id }) => id === row.categoryId)
    if (!own || row.state === 'offered') throw new Refusal('state-changed', 'state', { state: row.state })
    const [placed] = placeArrivals(seats.event, [own], [{ categoryId: own.id, needsApproval: false }])
    // A free seat behind a line is the first one's who waits there, so this one comes on top of it as well.
    const category = freeInCategory(own) === 0 || own.waitlisted > 0
    const event = freeInEvent(seats.event) === 0 || (own.waitlisted > 0 && freeInCategory(own) > 0)
    const beyond = placed === 'confirmed' ? {} : { beyond: { category, event, reason } }
    await settleRegistrations(ctx, eventId, [
      { ...step(locked, 'confirmed', { by: 'organizer' }), ...beyond },
    ])
  })
}
