import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { categoryMove } from '../guests/category-move.ts'
import { type CategorySeats, type EventSeats, placeArrivals } from '../seats/seats.ts'

/** A registration as a plan for many looks at it. */
export type PlannedRow = { id: string; state: RegistrationState; categoryId: string; addressAsked: boolean }
/** Why somebody is left out: their state, no seat, or that it is so already. */
export type Skip = RegistrationState | 'full' | 'same'
export type Plan = ({ id: string; to: RegistrationState } | { id: string; skip: Skip })[]

/** Who of the chosen is approved and gets what: seats first, in order of arrival, then places in the line. */
export function planApproval(
  event: EventSeats,
  categories: readonly CategorySeats[],
  rows: readonly PlannedRow[],
): Plan {
  const waiting = rows.filter(({ state }) => state === 'pending')
  const wishes = waiting.map(({ categoryId }) => ({ categoryId, needsApproval: false }))
  const placements = placeArrivals(event, categories, wishes)
  return rows.map((row) => {
    const { id, state } = row
    if (state === 'offered' && row.addressAsked) return { id, to: 'confirmed' }
    const to = placements[waiting.indexOf(row)]
    if (to === undefined) return { id, skip: state }
    return to === 'full' ? { id, skip: 'full' } : { id, to }
  })
}

/** Who of the chosen can be declined: whoever waits, for approval or in the line. */
export function planDecline(rows: readonly PlannedRow[]): Plan {
  return rows.map(({ id, state }) =>
    state === 'pending' || state === 'waitlisted' ? { id, to: 'declined' } : { id, skip: state },
  )
}

/** Who of the chosen changes over, while there are seats: those who come first take them. */
export function planMove(event: EventSeats, wanted: CategorySeats, rows: readonly PlannedRow[]): Plan {
  const [hall, there] = [{ ...event }, { ...wanted }]
  return rows.map(({ id, state, categoryId }) => {
    if (categoryId === wanted.id) return { id, skip: 'same' }
    const to = categoryMove(hall, there, state)
    if (to === 'fixed') return { id, skip: state }
    if (to === 'full') return { id, skip: 'full' }
    if (to === 'confirmed') there.confirmed += 1
    if (to === 'confirmed' && state !== 'confirmed') hall.seated += 1
    if (to === 'waitlisted') there.waitlisted += 1
    return { id, to }
  })
}
