import { describe, expect, test } from 'vitest'
import { movedAlong, outsideOf, wallAlong } from './moved-along.ts'

const boston = { from: 'America/New_York', to: 'America/New_York' }

describe('an agenda that moves along with its event', () => {
  test.each([
    ['a week later', '2027-02-04T18:00', '2027-02-11T18:00', '2027-02-04T23:30Z', '2027-02-11T23:30'],
    ['half an hour earlier', '2027-02-04T18:00', '2027-02-04T17:30', '2027-02-05T00:00Z', '2027-02-04T23:30'],
    // The clocks go forward on 14 March 2027.
    ['into summer time', '2027-03-11T18:00', '2027-03-18T18:00', '2027-03-11T23:30Z', '2027-03-18T22:30'],
    [
      'a night that has no 2:30',
      '2027-03-06T20:00',
      '2027-03-13T20:00',
      '2027-03-07T07:30Z',
      '2027-03-14T07:30',
    ],
    ['back over a month', '2027-03-31T09:00', '2027-02-28T09:00', '2027-03-31T14:00Z', '2027-02-28T15:00'],
  ])('%s', (_, from, to, instant, expected) => {
    expect(movedAlong(instant, { from, to }, boston)).toBe(`${expected}:00.000Z`)
  })

  test('keeps the hours on the wall when the event moves to another zone', () => {
    const move = { from: '2027-02-04T18:00', to: '2027-02-05T09:00' }
    const zones = { from: 'America/New_York', to: 'Asia/Ho_Chi_Minh' }
    // 18:30 in Boston is half an hour after the beginning: 9:30 in Hanoi.
    expect(movedAlong('2027-02-04T23:30Z', move, zones)).toBe('2027-02-05T02:30:00.000Z')
  })

  test('deadlines go by the same days and minutes', () => {
    const move = { from: '2027-02-04T18:00', to: '2027-02-06T18:30' }
    expect(wallAlong('2027-01-31T23:45', move)).toBe('2027-02-03T00:15')
  })

  test('finds what stands outside the new hours, but not what was dropped or has no time', () => {
    const at = (startsAt: string | null, endsAt: string | null, dropped = false) => ({
      startsAt,
      endsAt,
      dropped,
    })
    const early = at('2027-02-04T22:59:00Z', '2027-02-05T00:00:00Z')
    const late = at('2027-02-05T00:00:00Z', '2027-02-05T01:01:00Z')
    const inside = at('2027-02-04T23:00:00Z', '2027-02-05T01:00:00Z')
    const sessions = [early, inside, late, at(null, null), at(early.startsAt, early.endsAt, true)]
    const hours = { startsAt: new Date('2027-02-04T23:00:00Z'), endsAt: new Date('2027-02-05T01:00:00Z') }
    expect(outsideOf(sessions, hours)).toEqual([early, late])
  })
})
