import { Temporal } from 'temporal-polyfill'

/**
 * An instant so many days later at the same time of the event's own clock, also across a change to or from summer time.
 * An hour that does not exist on that day becomes the next one that does.
 */
export function shiftedTime(instant: Date, days: number, timeZone: string): Date {
  const moved = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .add({ days })
  return new Date(moved.epochMilliseconds)
}

/** How many days lie between the day of an instant on the event's clock and another day, `YYYY-MM-DD`. */
export function daysUntil(day: string, instant: Date, timeZone: string): number {
  const from = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return from.until(Temporal.PlainDate.from(day), { largestUnit: 'day' }).days
}
