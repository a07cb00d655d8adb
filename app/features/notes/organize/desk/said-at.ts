import { clockOf, dayAfter, dayOf, instantAt } from '#app/features/agenda/domain/day-clock.ts'

const hour = 3_600_000

export type SpanOfEvent = { startsAt: string; endsAt: string; timeZone: string }

/**
 * When something written down now was said: now while the event is on (from an hour before to twelve after), else when
 * its session began, or the event.
 */
export function momentOf(event: SpanOfEvent, sessionStart: string | null | undefined, now: number): number {
  const isOn = now >= Date.parse(event.startsAt) - hour && now <= Date.parse(event.endsAt) + 12 * hour
  return isOn ? now : Date.parse(sessionStart ?? event.startsAt)
}

/** As far across a midnight a typed minute may lie from the moment it corrects. */
const acrossMidnight = 6 * hour

/**
 * The instant of a minute that was typed: on the day of the moment that stood there before, or just across a midnight
 * beside it (23:55 of what was noted at 0:10); null when it is no time.
 */
export function saidAt(clock: string, event: SpanOfEvent, moment: number): number | null {
  if (clock === clockOf(moment, event.timeZone)) return moment
  const day = dayOf(moment, event.timeZone)
  const across = [dayAfter(day, -1), dayAfter(day, 1)]
    .map((near) => instantAt(near, clock, event.timeZone))
    .find((instant) => instant !== null && Math.abs(instant - moment) <= acrossMidnight)
  return across ?? instantAt(day, clock, event.timeZone)
}
