type Seats = { capacity: number | null; signedUp: number; waitlisted: number }
type Mine = { signUp: 'confirmed' | 'waitlisted' | null; place: number | null; seats: number }
type Asked = {
  session: { signUp: boolean; startsAt: string }
  seats: Seats | undefined
  mine: Mine | undefined
  /** Whether the attendee has a seat at the event itself. */
  isSeated: boolean
  now: string
}

export type SeatOffer =
  | { kind: 'taken'; seats: number; action: 'leave' | null }
  | { kind: 'waiting'; place: number; action: 'leave-line' | null }
  | { kind: 'needs-seat'; action: null }
  | { kind: 'full'; waiting: number; action: 'join' }
  | { kind: 'open'; left: number | null; action: 'sign-up' }

/** How it stands with an attendee's seat in a session, and what they can do; null where there is nothing to say. */
export function seatOffer({ session, seats, mine, isSeated, now }: Asked): SeatOffer | null {
  const hasBegun = session.startsAt <= now
  if (mine?.signUp === 'confirmed') {
    return { kind: 'taken', seats: mine.seats, action: hasBegun ? null : 'leave' }
  }
  if (mine?.signUp === 'waitlisted') {
    return { kind: 'waiting', place: mine.place ?? 1, action: hasBegun ? null : 'leave-line' }
  }
  if (!session.signUp || !seats || hasBegun) return null
  if (!isSeated) return { kind: 'needs-seat', action: null }
  const left = seats.capacity === null ? null : seats.capacity - seats.signedUp
  // Behind a line nobody has a seat, even in the moment before the line is served.
  if (seats.waitlisted > 0 || (left !== null && left <= 0)) {
    return { kind: 'full', waiting: seats.waitlisted, action: 'join' }
  }
  return { kind: 'open', left, action: 'sign-up' }
}
