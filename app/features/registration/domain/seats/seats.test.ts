import { describe, expect, it } from 'vitest'
import { type CategorySeats, chooseOffers, offerDeadline, openSeats, placeArrivals } from './seats.ts'

const category = (over: Partial<CategorySeats> = {}): CategorySeats => ({
  id: 'guest',
  capacity: 2,
  confirmed: 0,
  offered: 0,
  waitlisted: 0,
  beyond: 0,
  companions: 0,
  held: 0,
  ...over,
})
const event = (capacity: number | null = null, seated = 0, waitlist = true, beyond = 0, held = 0) => ({
  capacity,
  seated,
  beyond,
  held,
  waitlist,
})
const guests = (count: number) =>
  Array.from({ length: count }, () => ({ categoryId: 'guest', needsApproval: false }))

describe('placing arrivals', () => {
  it.each([
    ['seats first, then the waitlist', event(), [category()], 3, ['confirmed', 'confirmed', 'waitlisted']],
    ['an offered seat is taken', event(), [category({ offered: 1 })], 2, ['confirmed', 'waitlisted']],
    ['nobody passes those who wait', event(), [category({ waitlisted: 1 })], 1, ['waitlisted']],
    ['the event is full before the category', event(1), [category()], 2, ['confirmed', 'waitlisted']],
    [
      'a seat beyond the category takes nobody else’s',
      event(),
      [category({ confirmed: 2, beyond: 1 })],
      2,
      ['confirmed', 'waitlisted'],
    ],
    ['a seat beyond the event neither', event(1, 1, true, 1), [category()], 2, ['confirmed', 'waitlisted']],
    [
      'a seat that is kept for a host’s guest',
      event(),
      [category({ held: 1 })],
      2,
      ['confirmed', 'waitlisted'],
    ],
    ['such a seat of the event', event(2, 0, true, 0, 1), [category()], 2, ['confirmed', 'waitlisted']],
    ['no limit at all', event(), [category({ capacity: null })], 2, ['confirmed', 'confirmed']],
    ['no waitlist', event(null, 0, false), [category({ capacity: 1 })], 2, ['confirmed', 'full']],
    ['a capacity of none', event(), [category({ capacity: 0 })], 1, ['waitlisted']],
    ['a category of another event', event(), [category({ id: 'other' })], 1, ['full']],
  ] as const)('%s', (_, seats, categories, arriving, expected) => {
    expect(placeArrivals(seats, categories, guests(arriving))).toEqual(expected)
  })

  it('keeps no seat for those who wait for approval', () => {
    const arrivals = [
      { categoryId: 'guest', needsApproval: true },
      { categoryId: 'guest', needsApproval: false },
    ]
    expect(placeArrivals(event(), [category({ capacity: 1 })], arrivals)).toEqual(['pending', 'confirmed'])
  })

  it('shares the event between categories in order of arrival', () => {
    const arrivals = ['a', 'b', 'a'].map((categoryId) => ({ categoryId, needsApproval: false }))
    const categories = [category({ id: 'a' }), category({ id: 'b' })]
    expect(placeArrivals(event(2), categories, arrivals)).toEqual(['confirmed', 'confirmed', 'waitlisted'])
  })
})

describe('offering free seats', () => {
  it('opens as many as are free and waited for', () => {
    const categories = [
      category({ id: 'a', capacity: 5, confirmed: 3, waitlisted: 1 }),
      category({ id: 'b', capacity: 5, confirmed: 5, waitlisted: 9 }),
      category({ id: 'c', capacity: null, waitlisted: 4 }),
    ]
    expect(openSeats(categories)).toEqual(
      new Map([
        ['a', 1],
        ['c', 4],
      ]),
    )
  })

  it('goes by arrival over all categories when the event has fewer seats', () => {
    const candidates = [{ arrival: 9 }, { arrival: 2 }, { arrival: 5 }]
    expect(chooseOffers(event(10, 8), candidates)).toEqual([{ arrival: 2 }, { arrival: 5 }])
    expect(chooseOffers(event(10, 10), candidates)).toEqual([])
    expect(chooseOffers(event(null, 10), candidates)).toHaveLength(3)
  })

  it('ends an offer before the event begins', () => {
    const now = new Date('2026-05-01T00:00:00Z')
    expect(offerDeadline(now, 48, new Date('2026-06-01T00:00:00Z'))).toEqual(new Date('2026-05-03T00:00:00Z'))
    expect(offerDeadline(now, 48, new Date('2026-05-01T12:00:00Z'))).toEqual(new Date('2026-05-01T12:00:00Z'))
  })
})
