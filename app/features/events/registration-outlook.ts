import { type RegistrationWindow, windowState } from '#app/features/registration/domain/admission.ts'
import { type CategorySeats, freeInCategory, freeSeats } from '#app/features/registration/domain/seats.ts'

export type Outlook = {
  state: 'open' | 'waitlist' | 'full' | 'not-yet' | 'closed' | 'past' | 'cancelled' | 'none'
  /** Seats of the event, when it has a limit that can be said in one number. */
  seats: { capacity: number; taken: number; waiting: number } | null
  opensAt: Date | null
  closesAt: Date | null
  /** The moments at which the clock changes this. */
  turns: Date[]
}

type OutlookEvent = RegistrationWindow & { capacity: number | null; seated: number; waitlist: boolean }

/** What a reader is told about registering: whether one can, and how many seats there are. */
export function registrationOutlook(event: OutlookEvent, categories: CategorySeats[], now: Date): Outlook {
  const window = windowState(event, now)
  const open = window === 'open' ? seatState(event, categories) : window
  const closesAt = event.registrationClosesAt ?? event.startsAt
  const turns = [event.registrationOpensAt, closesAt, event.startsAt, event.endsAt]
  return {
    state: open,
    seats: seatsOf(event, categories),
    opensAt: event.registrationOpensAt,
    closesAt,
    turns: turns.filter((turn): turn is Date => turn !== null && turn > now),
  }
}

/** Whoever comes behind a waitlist joins it, so a category with one has no seat for a newcomer. */
function seatState(event: OutlookEvent, categories: CategorySeats[]): 'open' | 'waitlist' | 'full' {
  const eventFree = freeSeats(event.capacity, event.seated) > 0
  const free = categories.some((one) => freeInCategory(one) > 0 && one.waitlisted === 0)
  if (eventFree && free) return 'open'
  return event.waitlist ? 'waitlist' : 'full'
}

function seatsOf(event: OutlookEvent, categories: CategorySeats[]): Outlook['seats'] {
  const waiting = categories.reduce((sum, one) => sum + one.waitlisted, 0)
  const limits = categories.map((one) => one.capacity)
  const inCategories = limits.every((limit) => limit !== null) ? sum(limits) : null
  const known = [event.capacity, categories.length > 0 ? inCategories : null].filter((one) => one !== null)
  return known.length > 0 ? { capacity: Math.min(...known), taken: event.seated, waiting } : null
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
