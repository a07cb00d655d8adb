import { describe, expect, it } from 'vitest'
import { registrationOutlook } from './registration-outlook.ts'

const at = (day: number) => new Date(Date.UTC(2025, 2, day))
const event = {
  startsAt: at(11),
  endsAt: at(12),
  publishedAt: at(1),
  cancelledAt: null,
  registrationOpensAt: at(2),
  registrationClosesAt: at(9),
  capacity: 60,
  seated: 10,
  beyond: 0,
  held: 0,
  waitlist: true,
}
const guests = {
  id: 'guests',
  name: { vi: 'Khách', en: 'Guests' },
  needsApproval: false,
  capacity: null,
  confirmed: 10,
  offered: 0,
  waitlisted: 0,
  beyond: 0,
  held: 0,
  companions: 0,
}

describe('what a reader is told about registering', () => {
  it.each([
    ['before it opens', {}, guests, at(1), 'not-yet'],
    ['while it is open', {}, guests, at(3), 'open'],
    ['when it has closed', {}, guests, at(10), 'closed'],
    ['when it is over', {}, guests, at(13), 'past'],
    ['when it is cancelled', { cancelledAt: at(3) }, guests, at(3), 'cancelled'],
    ['without registration', { registrationOpensAt: null }, guests, at(3), 'none'],
    ['when the event is full', { seated: 60 }, guests, at(3), 'waitlist'],
    ['when nobody may wait', { seated: 60, waitlist: false }, guests, at(3), 'full'],
    ['when its category is full', {}, { ...guests, capacity: 10 }, at(3), 'waitlist'],
    ['behind a waitlist', {}, { ...guests, waitlisted: 1 }, at(3), 'waitlist'],
  ])('%s', (_when, values, category, now, state) => {
    expect(registrationOutlook({ ...event, ...values }, [category], now).state).toBe(state)
  })

  it('counts seats by the tighter limit', () => {
    const seats = registrationOutlook(event, [{ ...guests, capacity: 40, waitlisted: 3 }], at(3)).seats
    expect(seats).toEqual({ capacity: 40, taken: 10, waiting: 3 })
    expect(registrationOutlook({ ...event, capacity: null }, [guests], at(3)).seats).toBeNull()
  })

  it('speaks of seats in the categories, and of no total that contradicts them', () => {
    const full = { ...guests, id: 'press', capacity: 10, waitlisted: 2 }
    const both = registrationOutlook(
      { ...event, capacity: 20 },
      [{ ...guests, confirmed: 0, capacity: 10 }, full],
      at(3),
    )
    expect(both.lines.map(({ state, left, waiting }) => [state, left, waiting])).toEqual([
      ['left', 10, 0],
      ['wait', 0, 2],
    ])
    expect(both.seats).toMatchObject({ capacity: 20, taken: 10 })
    const behindLines = { ...guests, capacity: 11, waitlisted: 1 }
    const none = registrationOutlook(event, [behindLines, full], at(3))
    expect(none.lines.map((line) => line.state)).toEqual(['wait', 'wait'])
    expect(none.seats).toBeNull()
    const whole = registrationOutlook({ ...event, seated: 60, waitlist: false }, [guests, guests], at(3))
    expect(whole.lines.map((line) => line.state)).toEqual(['full', 'full'])
    const chosen = registrationOutlook(event, [{ ...guests, needsApproval: true }, guests], at(3))
    expect(chosen.lines.map((line) => line.state)).toEqual(['approval', 'left'])
  })

  it('speaks of no seat that was brought in beyond capacity', () => {
    const seats = { ...event, capacity: 60, seated: 61, beyond: 2, held: 0 }
    expect(registrationOutlook(seats, [guests], at(3))).toMatchObject({
      state: 'open',
      seats: { capacity: 60, taken: 59 },
    })
  })

  it('knows when the clock will change it', () => {
    expect(registrationOutlook(event, [guests], at(3)).changesAt).toEqual([at(9), at(11), at(12)])
  })
})
