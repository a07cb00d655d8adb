import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { type CategorySeats, type EventSeats, freeInCategory, placeArrivals } from '../seats/seats.ts'

/** The states in which somebody may ask for another category. An offered seat is taken or left first. */
export const changeableStates = ['pending', 'confirmed', 'waitlisted'] as const
export type ChangeableState = (typeof changeableStates)[number]

export function isChangeable(state: RegistrationState): state is ChangeableState {
  return changeableStates.some((one) => one === state)
}

/**
 * What becomes of somebody who asks for another category: the state they get there, `wish` when they keep their seat and
 * wait for one, or why it cannot be. Whoever has a seat changes within the event's total; a line there goes first.
 */
export function categoryChange(
  event: EventSeats,
  wanted: CategorySeats & { needsApproval: boolean },
  from: ChangeableState,
): ChangeableState | 'wish' | 'by-approval' | 'full' {
  if (from === 'confirmed') {
    if (wanted.needsApproval) return 'by-approval'
    if (freeInCategory(wanted) > 0 && wanted.waitlisted === 0) return 'confirmed'
    return event.waitlist ? 'wish' : 'full'
  }
  const wish = { categoryId: wanted.id, needsApproval: wanted.needsApproval }
  return placeArrivals(event, [wanted], [wish])[0] ?? 'full'
}
