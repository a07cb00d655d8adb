import type { RegistrationState } from '#app/shared/vocabulary.ts'

/** Seats of one category as counted on its row; `capacity` null means no limit of its own. */
export type CategorySeats = {
  id: string
  capacity: number | null
  confirmed: number
  offered: number
  waitlisted: number
  /** Of the confirmed, seats given beyond the capacity by decision: they take nobody else's. */
  beyond: number
  /** The seats of those whom its guests bring. */
  companions: number
  /** Seats kept for hosts' guests who have not accepted yet: nobody else's. */
  held: number
}

/**
 * Seats of the whole event: `seated` is confirmed, offered and companions over all categories, `beyond` those given beyond
 * its capacity, `held` those kept for hosts' guests.
 */
export type EventSeats = {
  capacity: number | null
  seated: number
  beyond: number
  held: number
  waitlist: boolean
}

export type Placement = Extract<RegistrationState, 'confirmed' | 'waitlisted' | 'pending'> | 'full'

/**
 * Decides, in order of arrival, who gets a seat, who waits and who waits for approval. Whoever arrives behind a
 * waitlist joins it, even when a seat looks free: that seat belongs to the first of those who wait.
 */
export function placeArrivals(
  event: EventSeats,
  categories: readonly CategorySeats[],
  arrivals: readonly { categoryId: string; needsApproval: boolean }[],
): Placement[] {
  let eventFree = freeInEvent(event)
  const lines = new Map(categories.map((c) => [c.id, { free: freeInCategory(c), waiting: c.waitlisted }]))
  return arrivals.map(({ categoryId, needsApproval }) => {
    const line = lines.get(categoryId)
    if (!line) return 'full'
    if (needsApproval) return 'pending'
    if (line.free > 0 && eventFree > 0 && line.waiting === 0) {
      line.free--
      eventFree--
      return 'confirmed'
    }
    if (!event.waitlist) return 'full'
    line.waiting++
    return 'waitlisted'
  })
}

/** How many seats each category could offer to those who wait in it, before the event's own limit is looked at. */
export function openSeats(categories: readonly CategorySeats[]): Map<string, number> {
  const open = categories.map((c) => [c.id, Math.min(freeInCategory(c), c.waitlisted)] as const)
  return new Map(open.filter(([, seats]) => seats > 0))
}

/** Of the first in each category's line, the ones who get an offer now: in order of arrival over the whole event. */
export function chooseOffers<T extends { arrival: number }>(
  event: EventSeats,
  candidates: readonly T[],
): T[] {
  const inOrder = [...candidates].sort((a, b) => a.arrival - b.arrival)
  return inOrder.slice(0, freeInEvent(event))
}

/** When an offer made now ends: after the event's usual hours, but never after the event begins. */
export function offerDeadline(now: Date, offerHours: number, startsAt: Date): Date {
  return new Date(Math.min(now.getTime() + offerHours * 3_600_000, startsAt.getTime()))
}

const proofMinutes = 30

/** Until when a seat is held for somebody whose address is still to be proved. */
export function proofDeadline(now: Date): Date {
  return new Date(now.getTime() + proofMinutes * 60_000)
}

/** Free seats of a category by itself; Infinity without a limit. */
export function freeInCategory(category: CategorySeats): number {
  const { confirmed, offered, companions, beyond, held } = category
  return freeSeats(category.capacity, confirmed + offered + companions - beyond + held)
}

/** Free seats of the event as a whole; Infinity without a limit. */
export function freeInEvent({
  capacity,
  seated,
  beyond,
  held,
}: Pick<EventSeats, 'capacity' | 'seated' | 'beyond' | 'held'>): number {
  return freeSeats(capacity, seated - beyond + held)
}

function freeSeats(capacity: number | null, taken: number): number {
  return capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - taken)
}
