import { m } from '#app/paraglide/messages.js'
import type { SeatOffer } from './seat-offer.ts'

/** How it stands with somebody's seats in a session, in words. */
export function seatText(seat: SeatOffer): string {
  if (seat.kind === 'taken') {
    return seat.seats > 1
      ? m['own-agenda.seat.taken-many']({ seats: seat.seats })
      : m['own-agenda.seat.taken']()
  }
  if (seat.kind === 'waiting') return m['own-agenda.seat.waiting']({ place: seat.place })
  if (seat.kind === 'needs-seat') return m['own-agenda.seat.needs-seat']()
  if (seat.kind === 'full') return m['own-agenda.seat.full']({ waiting: seat.waiting })
  return seat.left === null ? m['own-agenda.seat.open']() : m['own-agenda.seat.left']({ left: seat.left })
}
