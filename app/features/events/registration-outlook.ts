import { type RegistrationWindow, windowState } from '#app/features/registration/domain/seats/admission.ts'
import {
  type CategorySeats,
  type EventSeats,
  freeInCategory,
  freeInEvent,
} from '#app/features/registration/domain/seats/seats.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'

export type Outlook = {
  state: 'open' | 'waitlist' | 'full' | 'not-yet' | 'closed' | 'past' | 'cancelled' | 'none'
  /** Seats of the event, when it has a limit that can be said in one number. */
  seats: { capacity: number; taken: number; waiting: number } | null
  /** Each category's seats, where there is more than one: what a reader is told of seats then. */
  lines: SeatLine[]
  opensAt: Date | null
  closesAt: Date | null
  /** The moments at which the clock changes this. */
  changesAt: Date[]
}

export type SeatLine = {
  id: string
  name: TranslatedText
  /** `left` seats are free, or no limit is near; the rest says why none can simply be had. */
  state: 'free' | 'left' | 'approval' | 'wait' | 'full'
  left: number
  waiting: number
}

type OutlookCategory = CategorySeats & { name: TranslatedText; needsApproval: boolean }
type OutlookEvent = RegistrationWindow & EventSeats

/** What a reader is told about registering: whether one can, and how many seats there are. */
export function registrationOutlook(event: OutlookEvent, categories: OutlookCategory[], now: Date): Outlook {
  const window = windowState(event, now)
  const open = window === 'open' ? seatState(event, categories) : window
  const closesAt = event.registrationClosesAt ?? event.startsAt
  const changesAt = [event.registrationOpensAt, closesAt, event.startsAt, event.endsAt]
  const lines = categories.length > 1 ? categories.map((one) => seatLine(event, one)) : []
  const seats = seatsOf(event, categories)
  return {
    state: open,
    seats: seats && lines.length > 0 && contradicts(seats, lines) ? null : seats,
    lines,
    opensAt: event.registrationOpensAt,
    closesAt,
    changesAt: changesAt.filter((moment): moment is Date => moment !== null && moment > now),
  }
}

function seatLine(event: OutlookEvent, category: OutlookCategory): SeatLine {
  const left = Math.min(freeInCategory(category), freeInEvent(event))
  const isFull = left === 0 || category.waitlisted > 0
  const full = event.waitlist ? 'wait' : 'full'
  const seats = isFull ? full : Number.isFinite(left) ? 'left' : 'free'
  return {
    id: category.id,
    name: category.name,
    state: category.needsApproval ? 'approval' : seats,
    left: Number.isFinite(left) ? left : 0,
    waiting: category.waitlisted,
  }
}

/** A total with free seats above categories that have none, or none above those that have, would say two things. */
function contradicts({ capacity, taken }: { capacity: number; taken: number }, lines: SeatLine[]): boolean {
  const isFree = lines.some(({ state }) => state === 'free' || state === 'left' || state === 'approval')
  return capacity > taken !== isFree
}

/** Whoever comes behind a waitlist joins it, so a category with one has no seat for a newcomer. */
function seatState(event: OutlookEvent, categories: CategorySeats[]): 'open' | 'waitlist' | 'full' {
  const eventFree = freeInEvent(event) > 0
  const free = categories.some((one) => freeInCategory(one) > 0 && one.waitlisted === 0)
  if (eventFree && free) return 'open'
  return event.waitlist ? 'waitlist' : 'full'
}

function seatsOf(event: OutlookEvent, categories: CategorySeats[]): Outlook['seats'] {
  const waiting = categories.reduce((sum, one) => sum + one.waitlisted, 0)
  const limits = categories.map((one) => one.capacity)
  const inCategories = limits.every((limit) => limit !== null) ? sum(limits) : null
  const known = [event.capacity, categories.length > 0 ? inCategories : null].filter((one) => one !== null)
  return known.length > 0
    ? { capacity: Math.min(...known), taken: event.seated - event.beyond + event.held, waiting }
    : null
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
