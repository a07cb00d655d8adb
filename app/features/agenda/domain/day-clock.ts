import { wallTime } from '#app/shared/time/zone-clock.ts'

const minute = 60_000

/** The day of an instant there, `2025-03-11`. */
export function dayOf(instant: string | number, zone: string): string {
  return new Date(wallTime(epoch(instant), zone)).toISOString().slice(0, 10)
}

/** The wall clock of an instant there, `18:05`: what a field of a form holds. */
export function clockOf(instant: string | number, zone: string): string {
  return new Date(wallTime(epoch(instant), zone)).toISOString().slice(11, 16)
}

/**
 * The instant at which the clocks of a zone show a day and a time. A time that is shown twice means the first, one that
 * is skipped means as much later; null when it is no time at all.
 */
export function instantAt(day: string, clock: string, zone: string): number | null {
  const time = /^(\d{1,2})[:h](\d\d)$/.exec(clock)
  const wall =
    time && /^\d{4}-\d\d-\d\d$/.test(day)
      ? Date.parse(`${day}T${time[1]?.padStart(2, '0')}:${time[2]}Z`)
      : NaN
  if (Number.isNaN(wall)) return null
  // The offset before and the one after a change of the clocks; the first guess that agrees is the earlier instant.
  const guesses = [wall - 24 * 60 * minute, wall + 24 * 60 * minute].map(
    (near) => wall - (wallTime(near, zone) - Math.floor(near / minute) * minute),
  )
  const found = guesses.filter((guess) => wallTime(guess, zone) === wall)
  return found.length > 0 ? Math.min(...found) : Math.max(...guesses)
}

/** From the first instant of a day to the first of the next: 23, 24 or 25 hours. */
export function boundsOf(day: string, zone: string): { from: number; to: number } {
  return { from: instantAt(day, '00:00', zone) ?? 0, to: instantAt(dayAfter(day), '00:00', zone) ?? 0 }
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 24 * 60 * minute).toISOString().slice(0, 10)
}

/** The days of an event, and those on which sessions begin outside it, in order. */
export function daysOf(
  event: { startsAt: string; endsAt: string },
  starts: readonly (string | null)[],
  zone: string,
): string[] {
  const days = new Set(starts.flatMap((start) => (start === null ? [] : [dayOf(start, zone)])))
  // What ends at midnight does not begin a day.
  const last = dayOf(Date.parse(event.endsAt) - 1, zone)
  for (let day = dayOf(event.startsAt, zone); day <= last && days.size < 400; day = dayAfter(day))
    days.add(day)
  return [...days].sort()
}

const epoch = (instant: string | number) => (typeof instant === 'number' ? instant : Date.parse(instant))
