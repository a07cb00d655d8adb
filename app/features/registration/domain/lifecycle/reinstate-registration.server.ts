import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { placeArrivals } from '../seats/seats.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { lockRegistration, step } from './locked-registration.server.ts'

/**
 * Takes a cancelled or declined registration up again as it was (name, category, language, answers, link): a seat when
 * one is free, else its old place in the line.
 */
export async function reinstateRegistration(
  ctx: Context,
  eventId: string,
  registrationId: string,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, registrationId)
    const { state, categoryId } = locked.row
    // Repeating is harmless: the second click finds what the first one did.
    if (state === 'confirmed' || state === 'waitlisted') return
    if (state !== 'cancelled' && state !== 'declined') throw new Refusal('state-changed', 'state', { state })
    const { event, categories } = locked.seats
    if (event.cancelledAt) throw new Refusal('registration-cancelled')
    const [placement] = placeArrivals(event, categories, [{ categoryId, needsApproval: false }])
    if (placement !== 'confirmed' && placement !== 'waitlisted') throw new Refusal('event-full')
    await settleRegistrations(ctx, eventId, [step(locked, placement, { by: 'organizer' })])
  })
}
