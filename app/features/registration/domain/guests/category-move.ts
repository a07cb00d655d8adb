import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { type ChangeableState, isChangeable } from '../lifecycle/category-change.ts'
import { type CategorySeats, type EventSeats, freeInCategory, placeArrivals } from '../seats/seats.ts'

/**
 * What becomes of a guest whom an organizer moves to another category: opening times, approval and restrictions do not
 * bind organizers, seats do. Whoever waits for approval goes on waiting for it there.
 */
export function categoryMove(
  event: EventSeats,
  wanted: CategorySeats,
  from: RegistrationState,
): ChangeableState | 'full' | 'fixed' {
  if (!isChangeable(from)) return 'fixed'
  if (from === 'pending') return 'pending'
  if (from === 'confirmed') {
    return freeInCategory(wanted) > 0 && wanted.waitlisted === 0 ? 'confirmed' : 'full'
  }
  const [placed] = placeArrivals(event, [wanted], [{ categoryId: wanted.id, needsApproval: false }])
  return placed ?? 'full'
}
