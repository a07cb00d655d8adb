import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { clockIn, knownZone, plainClock, wallTime } from './zone-clock.ts'

const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC']
const hour = 3_600_000

test.each(zones)('the clock of %s shows what Temporal says, through two years and every change', (zone) => {
  const from = Date.UTC(2025, 0, 1)
  for (let at = from; at < from + 730 * 24 * hour; at += 5 * hour + 60_000) {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
    const { year, month, day, hour, minute, dayOfWeek } = there
    expect(clockIn(at, zone)).toEqual({ year, month, day, hour, minute, weekday: dayOfWeek % 7 })
    expect(wallTime(at, zone)).toBe(Date.UTC(year, month - 1, day, hour, minute))
    expect(plainClock(new Date(at), zone)).toBe(
      there.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
    )
  }
})

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['Nowhere/Land', null],
  ['', null],
])('a zone named %j is known as %j', (name, known) => {
  expect(knownZone(name)).toBe(known)
})
