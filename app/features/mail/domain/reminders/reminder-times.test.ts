import { describe, expect, test } from 'vitest'
import {
  askingTimes,
  asksNow,
  daysUntilStart,
  type Reminding,
  reminderTimes,
  remindsNow,
} from './reminder-times.ts'

const boston = 'America/New_York'
const at = (iso: string) => new Date(iso)

describe('the day before is the same hour of the event’s own clock', () => {
  test.each([
    ['on an ordinary day', boston, '2025-03-11T22:00:00Z', '2025-03-10T22:00:00Z'],
    ['when clocks go forward in the night', boston, '2025-03-09T22:00:00Z', '2025-03-08T23:00:00Z'],
    ['when clocks go back in the night', boston, '2025-11-02T23:00:00Z', '2025-11-01T22:00:00Z'],
    ['at an hour that the day before does not have', boston, '2025-03-10T06:30:00Z', '2025-03-09T07:30:00Z'],
    ['where clocks never change', 'Asia/Ho_Chi_Minh', '2025-03-09T11:00:00Z', '2025-03-08T11:00:00Z'],
  ])('%s', (_, timeZone, startsAt, from) => {
    const times = reminderTimes('day', { startsAt: at(startsAt), timeZone })
    expect(times.from).toEqual(at(from))
    expect(times.until).toEqual(new Date(at(startsAt).getTime() - 60 * 60_000))
  })

  test('and the last hour is sixty minutes, also over a change of clocks', () => {
    const startsAt = at('2025-03-09T07:30:00Z')
    const { from, until } = reminderTimes('hour', { startsAt, timeZone: boston })
    expect([from, until]).toEqual([at('2025-03-09T06:30:00Z'), startsAt])
  })
})

describe('an event reminds', () => {
  const event: Reminding = {
    startsAt: at('2025-03-11T22:00:00Z'),
    timeZone: boston,
    remindsDayBefore: true,
    remindsHourBefore: true,
    cancelledAt: null,
  }
  test.each([
    ['2025-03-10T21:59:59Z', []],
    ['2025-03-10T22:00:00Z', ['day']],
    ['2025-03-11T20:59:59Z', ['day']],
    ['2025-03-11T21:00:00Z', ['hour']],
    ['2025-03-11T21:59:59Z', ['hour']],
    ['2025-03-11T22:00:00Z', []],
  ])('at %s of %j', (now, kinds) => {
    const due = (of: Reminding) => (['day', 'hour'] as const).filter((kind) => remindsNow(kind, of, at(now)))
    expect(due(event)).toEqual(kinds)
    expect(due({ ...event, cancelledAt: at('2025-03-01T00:00:00Z') })).toEqual([])
    expect(due({ ...event, remindsDayBefore: false })).toEqual(kinds.filter((kind) => kind !== 'day'))
    expect(due({ ...event, remindsHourBefore: false })).toEqual(kinds.filter((kind) => kind !== 'hour'))
  })
})

test.each([
  ['2025-03-11T03:59:00Z', 1],
  ['2025-03-11T04:01:00Z', 0],
  ['2025-03-10T03:00:00Z', 2],
])('at %s there are %i days to go in Boston', (now, days) => {
  expect(daysUntilStart({ startsAt: at('2025-03-11T22:00:00Z'), timeZone: boston }, at(now))).toBe(days)
})

describe('guests are asked how it was on the morning after', () => {
  test.each([
    ['in Boston', boston, '2025-03-12T00:00:00Z', '2025-03-12T14:00:00Z'],
    ['of an event that ends after midnight', boston, '2025-03-12T05:00:00Z', '2025-03-13T14:00:00Z'],
    ['when clocks went forward in the night', boston, '2025-03-09T00:00:00Z', '2025-03-09T14:00:00Z'],
    ['in Vietnam', 'Asia/Ho_Chi_Minh', '2025-03-11T11:00:00Z', '2025-03-12T03:00:00Z'],
  ])('%s', (_, timeZone, endsAt, from) => {
    const times = askingTimes({ endsAt: at(endsAt), timeZone })
    expect(times.from).toEqual(at(from))
    expect(times.until.getTime() - times.from.getTime()).toBe(3 * 24 * 60 * 60_000)
  })

  test.each([
    ['2025-03-12T13:59:59Z', false],
    ['2025-03-12T14:00:00Z', true],
    ['2025-03-15T13:59:59Z', true],
    ['2025-03-15T14:00:00Z', false],
  ])('at %s: %s', (now, asked) => {
    const event = {
      endsAt: at('2025-03-12T00:00:00Z'),
      timeZone: boston,
      asksFeedback: true,
      cancelledAt: null,
    }
    expect(asksNow(event, at(now))).toBe(asked)
    expect(asksNow({ ...event, asksFeedback: false }, at(now))).toBe(false)
    expect(asksNow({ ...event, cancelledAt: at(now) }, at(now))).toBe(false)
  })
})
