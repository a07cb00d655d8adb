import { describe, expect, it } from 'vitest'
import { categoryChange, isChangeable } from './category-change.ts'

const event = { capacity: 100, seated: 50, beyond: 0, held: 0, waitlist: true }
const wanted = {
  id: 'press',
  capacity: 10,
  confirmed: 5,
  offered: 0,
  waitlisted: 0,
  beyond: 0,
  held: 0,
  companions: 0,
  needsApproval: false,
}

describe('asking for another category', () => {
  it.each([
    ['a seat for a seat', {}, {}, 'confirmed', 'confirmed'],
    ['a seat for a seat in a full event', { seated: 100 }, {}, 'confirmed', 'confirmed'],
    ['a seat where all are taken', {}, { confirmed: 10 }, 'confirmed', 'wish'],
    ['a seat where one is offered to the last', {}, { confirmed: 9, offered: 1 }, 'confirmed', 'wish'],
    ['a seat behind a line', {}, { waitlisted: 1 }, 'confirmed', 'wish'],
    ['a seat where nobody may wait', { waitlist: false }, { confirmed: 10 }, 'confirmed', 'full'],
    ['a seat where organizers choose', {}, { needsApproval: true }, 'confirmed', 'by-approval'],
    ['from the line to a free seat', {}, {}, 'waitlisted', 'confirmed'],
    ['from the line of a full event', { seated: 100 }, {}, 'waitlisted', 'waitlisted'],
    ['from line to line', {}, { confirmed: 10 }, 'waitlisted', 'waitlisted'],
    ['from the line to where organizers choose', {}, { needsApproval: true }, 'waitlisted', 'pending'],
    ['from waiting for approval to a free seat', {}, {}, 'pending', 'confirmed'],
    ['where nobody may wait', { waitlist: false }, { confirmed: 10 }, 'pending', 'full'],
  ] as const)('%s', (_what, seats, category, from, becomes) => {
    expect(categoryChange({ ...event, ...seats }, { ...wanted, ...category }, from)).toBe(becomes)
  })

  it('leaves an offer to be answered first', () => {
    expect(isChangeable('offered')).toBe(false)
    expect(isChangeable('cancelled')).toBe(false)
    expect(isChangeable('confirmed')).toBe(true)
  })
})
