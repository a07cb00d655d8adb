import { Temporal } from 'temporal-polyfill'
import type { ReminderKind } from '#app/shared/vocabulary.ts'

type Start = { startsAt: Date; timeZone: string }

const hour = 60 * 60_000

/**
 * From when until when a reminder is true: the day before from the same hour of the event's own clock, whatever its clocks
 * do in between, and the last hour from sixty minutes before the start.
 */
export function reminderTimes(
  kind: ReminderKind,
  { startsAt, timeZone }: Start,
): { from: Date; until: Date } {
  const lastHour = new Date(startsAt.getTime() - hour)
  if (kind === 'hour') return { from: lastHour, until: startsAt }
  const dayBefore = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .subtract({ days: 1 })
  return { from: new Date(dayBefore.epochMilliseconds), until: lastHour }
}

export type Reminding = Start & {
  remindsDayBefore: boolean
  remindsHourBefore: boolean
  cancelledAt: Date | null
}

/** Whether an event reminds its guests of itself at this moment. */
export function remindsNow(kind: ReminderKind, event: Reminding, now: Date): boolean {
  const isOn = kind === 'day' ? event.remindsDayBefore : event.remindsHourBefore
  if (!isOn || event.cancelledAt) return false
  const { from, until } = reminderTimes(kind, event)
  return now >= from && now < until
}

/** How far off the start is by the calendar of the event's own place. */
export function daysUntilStart({ startsAt, timeZone }: Start, now: Date): number {
  const day = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  return day(now).until(day(startsAt)).days
}

type End = { endsAt: Date; timeZone: string }

/**
 * When guests are asked how it was: from ten in the morning of the day after, by the event's own clock, for three days. A
 * process that stood still longer asks nobody about what is long over.
 */
export function askingTimes({ endsAt, timeZone }: End): { from: Date; until: Date } {
  const from = Temporal.Instant.fromEpochMilliseconds(endsAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: '10:00' })
  const until = from.add({ days: 3 })
  return { from: new Date(from.epochMilliseconds), until: new Date(until.epochMilliseconds) }
}

/** Whether an event asks its guests at this moment how it was. */
export function asksNow(
  event: End & { asksFeedback: boolean; cancelledAt: Date | null },
  now: Date,
): boolean {
  if (!event.asksFeedback || event.cancelledAt) return false
  const { from, until } = askingTimes(event)
  return now >= from && now < until
}
