import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { LockedRegistration } from '../lifecycle/locked-registration.server.ts'
import { offerFreeSeats } from '../seats/offer-free-seats.server.ts'
import type { LockedCategory } from '../seats/seat-lock.server.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { categoryMove } from './category-move.ts'

/** Moves a guest whose event is locked to another category, and offers on what is left behind. */
export async function moveCategory(
  ctx: Context,
  { seats, row, invitation }: LockedRegistration,
  wanted: LockedCategory,
): Promise<void> {
  const to = categoryMove(seats.event, wanted, row.state)
  if (to === 'fixed') throw new Refusal('state-changed', 'state', { state: row.state })
  if (to === 'full') throw new Refusal('category-full', 'state')
  await settleRegistrations(ctx, row.eventId, [
    {
      id: row.id,
      categoryId: wanted.id,
      fromCategoryId: row.categoryId,
      from: row.state,
      to,
      recipient: { name: row.name, email: row.email, locale: row.locale },
      invitation,
      by: 'organizer',
    },
  ])
  await offerFreeSeats(ctx, row.eventId)
}
