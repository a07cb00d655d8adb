import { describe, expect, it } from 'vitest'
import { boundsOf, clockOf, dayOf, daysOf, instantAt } from './day-clock.ts'

const boston = 'America/New_York'
const vietnam = 'Asia/Ho_Chi_Minh'
const iso = (instant: number | null) => instant !== null && new Date(instant).toISOString()

describe('wall clocks', () => {
  it.each([
    ['2025-03-11', '18:00', boston, '2025-03-11T22:00:00.000Z'],
    ['2025-03-08', '18:00', boston, '2025-03-08T23:00:00.000Z'],
    ['2025-03-12', '05:00', vietnam, '2025-03-11T22:00:00.000Z'],
    ['2025-03-09', '02:30', boston, '2025-03-09T07:30:00.000Z'],
    ['2025-11-02', '01:30', boston, '2025-11-02T05:30:00.000Z'],
    ['2025-02-30', '25:00', boston, false],
    ['tomorrow', '18:00', boston, false],
  ])('%s %s in %s is %s', (day, clock, zone, wanted) => expect(iso(instantAt(day, clock, zone))).toBe(wanted))

  it('come back from the instant', () => {
    expect([dayOf('2025-03-11T22:00:00Z', vietnam), clockOf('2025-03-11T22:00:00Z', vietnam)]).toEqual([
      '2025-03-12',
      '05:00',
    ])
  })
})

describe('days', () => {
  it.each([
    ['2025-03-09', boston, 23],
    ['2025-11-02', boston, 25],
    ['2025-03-09', vietnam, 24],
  ])('%s in %s has %i hours', (day, zone, hours) => {
    const { from, to } = boundsOf(day, zone)
    expect((to - from) / 3_600_000).toBe(hours)
  })

  it('are those of the event and of sessions outside it', () => {
    const event = { startsAt: '2025-03-11T22:00:00Z', endsAt: '2025-03-13T04:00:00Z' }
    expect(daysOf(event, ['2025-03-15T22:00:00Z', null], boston)).toEqual([
      '2025-03-11',
      '2025-03-12',
      '2025-03-15',
    ])
  })
})
