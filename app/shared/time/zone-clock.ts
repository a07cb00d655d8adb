/** What a clock in a zone shows; `weekday` counts from Sunday. */
export type ZoneClock = {
  year: number
  month: number
  day: number
  weekday: number
  hour: number
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const read = new Map<string, ZoneClock>()

/**
 * The clock of a zone at an instant, by Intl alone: the browser and the server read the same, and Temporal would be
 * nineteen kilobytes there. An agenda asks for the same minutes hundreds of times, so the answers are remembered.
 */
export function clockIn(instant: Date | number, zone: string): ZoneClock {
  const key = `${Number(instant)} ${zone}`
  const known = read.get(key)
  if (known) return known
  const clock = readClock(instant, zone)
  if (read.size >= 5000) read.clear()
  read.set(key, clock)
  return clock
}

// Digits only: month and day names differ between releases of Node, so they are ours.
function readClock(instant: Date | number, zone: string): ZoneClock {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
    formats.set(zone, format)
  }
  const at: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const part of format.formatToParts(instant)) at[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = at
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(), hour, minute }
}

/** The same as the milliseconds of a clock that runs on UTC: to count with. */
export function wallTime(instant: Date | number, zone: string): number {
  const { year, month, day, hour, minute } = clockIn(instant, zone)
  return Date.UTC(year, month - 1, day, hour, minute)
}

/** Day and time in a zone as "2025-03-11 18:00": short, sorts by itself, and reads alike in every language. */
export function plainClock(instant: Date | number, zone: string): string {
  return new Date(wallTime(instant, zone)).toISOString().slice(0, 16).replace('T', ' ')
}

/** A zone of this name as the world's tables know it; null for one that they do not. */
export function knownZone(name: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    return null
  }
}
