import { Temporal } from 'temporal-polyfill'
import { knownZone } from '#app/shared/time/zone-clock.ts'

export type LocalTimeProblem = 'invalid' | 'gap' | 'overlap'

/**
 * The instant of a wall-clock time (`2025-03-11T18:00`) in a zone. A time that the clocks skip or show twice in the
 * night of a change is a problem, not a guess.
 */
export function instantOfLocal(local: string, timeZone: string): Date | LocalTimeProblem {
  // A year outside these is a slip of the finger, and some of them the database cannot hold.
  if (!/^(?:19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return 'invalid'
  let plain: Temporal.PlainDateTime
  try {
    plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' })
  } catch {
    return 'invalid'
  }
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return new Date(earlier.epochMilliseconds)
  return earlier.toPlainDateTime().equals(plain) ? 'overlap' : 'gap'
}

/** What the clock on the wall shows at an instant, as a form's field wants it. */
export function localOfInstant(instant: Date | null, timeZone: string): string {
  if (!instant) return ''
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The zones a form offers: those where our hosts are first, then all by name. */
export function timeZones(): string[] {
  const near = ['Asia/Ho_Chi_Minh', 'America/New_York', 'America/Los_Angeles', 'Europe/Paris', 'UTC']
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone))
  return [...near, ...others]
}

export function isTimeZone(name: string): boolean {
  return /^[A-Za-z]+(\/[\w+-]+)*$/.test(name) && knownZone(name) !== null
}
