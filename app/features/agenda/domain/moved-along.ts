import { Temporal } from 'temporal-polyfill'

/** Where an event began and begins now, as the clocks on the walls of both places show it (`2027-03-11T18:00`). */
export type Move = { from: string; to: string }
export type Slot = { startsAt: string | null; endsAt: string | null; dropped: boolean }

/** A wall-clock time as many days and minutes later (or earlier) as the event itself. */
export function wallAlong(local: string, { from, to }: Move): string {
  const by = Temporal.PlainDateTime.from(from).until(to, { largestUnit: 'day' })
  return Temporal.PlainDateTime.from(local).add(by).toString({ smallestUnit: 'minute' })
}

/**
 * An instant moved along with the event: by the clock on the wall, also across a change to or from summer time and into
 * another zone. An hour that does not exist there becomes the next one that does.
 */
export function movedAlong(iso: string, move: Move, zones: { from: string; to: string }): string {
  const by = Temporal.PlainDateTime.from(move.from).until(move.to, { largestUnit: 'day' })
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(zones.from).toPlainDateTime().add(by)
  return new Date(there.toZonedDateTime(zones.to).epochMilliseconds).toISOString()
}

/** What of a draft stands outside the event's hours: readers cannot be shown it so. */
export function outsideOf<One extends Slot>(
  sessions: readonly One[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): One[] {
  return sessions.filter(
    (one) =>
      !one.dropped &&
      one.startsAt !== null &&
      one.endsAt !== null &&
      (Date.parse(one.startsAt) < startsAt.getTime() || Date.parse(one.endsAt) > endsAt.getTime()),
  )
}
