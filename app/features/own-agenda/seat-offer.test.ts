import { expect, it } from 'vitest'
import { type SeatOffer, seatOffer } from './seat-offer.ts'

type Asked = Parameters<typeof seatOffer>[0]
const seats = (signedUp: number, waitlisted = 0) => ({ capacity: 20, signedUp, waitlisted })
const cases: [string, Partial<Asked>, SeatOffer | null][] = [
  ['free seats', {}, { kind: 'open', left: 15, action: 'sign-up' }],
  ['no limit', { seats: { ...seats(5), capacity: null } }, { kind: 'open', left: null, action: 'sign-up' }],
  ['no seat left', { seats: seats(20) }, { kind: 'full', waiting: 0, action: 'join' }],
  ['a line', { seats: seats(19, 3) }, { kind: 'full', waiting: 3, action: 'join' }],
  ['no sign-up', { session: { signUp: false, startsAt: '2027-06-01T10' } }, null],
  ['no seats known', { seats: undefined }, null],
  ['too late', { now: '2027-06-01T10' }, null],
  ['no seat at the event', { isSeated: false }, { kind: 'needs-seat', action: null }],
  [
    'a seat',
    { mine: { signUp: 'confirmed', place: null, seats: 1 } },
    { kind: 'taken', seats: 1, action: 'leave' },
  ],
  [
    'a seat, too late to give it up',
    { mine: { signUp: 'confirmed', place: null, seats: 1 }, now: '2027-06-01T11' },
    { kind: 'taken', seats: 1, action: null },
  ],
  [
    'a place',
    { mine: { signUp: 'waitlisted', place: 4, seats: 1 } },
    { kind: 'waiting', place: 4, action: 'leave-line' },
  ],
  [
    'only a star',
    { mine: { signUp: null, place: null, seats: 0 } },
    { kind: 'open', left: 15, action: 'sign-up' },
  ],
]

it.each(cases)('%s', (_, asked, wanted) => {
  const usual = {
    session: { signUp: true, startsAt: '2027-06-01T10' },
    seats: seats(5),
    mine: undefined,
    isSeated: true,
    now: '2027-06-01T09',
  }
  expect(seatOffer({ ...usual, ...asked })).toEqual(wanted)
})
