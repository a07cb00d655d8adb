import { plainClock } from '#app/shared/time/zone-clock.ts'

const dayLength = 86_400_000

/** The calendar day (`2025-03-11`) that it is in a zone at `now`, moved by whole days. */
export function localDay(now: Date, timeZone: string, plusDays = 0): string {
  return movedBy(plainClock(now, timeZone).slice(0, 10), plusDays)
}

export function movedBy(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** `day` itself or the first later day that is this weekday (0 is Sunday). */
export function firstWeekday(day: string, weekday: number): string {
  const ahead = (weekday - new Date(`${day}T00:00Z`).getUTCDay() + 7) % 7
  return movedBy(day, ahead)
}
