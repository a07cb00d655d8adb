import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { formatRange, zoneCity } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PlannedRow } from '../domain/plan/planned.ts'

type EventTimes = { timeZone: string; startsAt: Date; endsAt: Date }

const margin = 12 * 3_600_000

/** Whether a session is on none of the days of its event, however late the evening. */
export function isOutside(event: EventTimes, startsAt: string | null): boolean {
  if (!startsAt) return false
  const at = Date.parse(startsAt)
  return at < event.startsAt.getTime() - margin || at > event.endsAt.getTime() + margin
}

/**
 * What the event would have to be for a file: its zone, and times that hold its sessions. Where all of them are outside,
 * the event is theirs; else it grows. Null while the event fits.
 */
export function offeredDays(
  event: EventTimes,
  rows: readonly PlannedRow[],
  { outside, zone, locale }: { outside: number; zone: string | undefined; locale: Locale },
) {
  const timeZone = zone ?? event.timeZone
  const isElsewhere = zoneCity(timeZone, locale) !== zoneCity(event.timeZone, locale)
  if (outside === 0 && !isElsewhere) return null
  const timed = rows.flatMap(({ shown: { startsAt, endsAt } }) =>
    startsAt ? [{ from: Date.parse(startsAt), to: Date.parse(endsAt ?? startsAt), startsAt }] : [],
  )
  const keeps = timed.length === 0 || timed.some((one) => !isOutside(event, one.startsAt))
  const froms = [...(keeps ? [event.startsAt.getTime()] : []), ...timed.map(({ from }) => from)]
  const tos = [...(keeps ? [event.endsAt.getTime()] : []), ...timed.map(({ to }) => to)]
  // Those within the margin change nothing.
  const [startsAt, endsAt] =
    outside === 0
      ? [event.startsAt, event.endsAt]
      : [new Date(Math.min(...froms)), new Date(Math.max(...tos))]
  if (endsAt <= startsAt) return null
  return {
    startsAt: localOfInstant(startsAt, timeZone),
    endsAt: localOfInstant(endsAt, timeZone),
    timeZone,
    when: formatRange(startsAt, endsAt, timeZone, locale),
    place: zoneCity(timeZone, locale),
  }
}
