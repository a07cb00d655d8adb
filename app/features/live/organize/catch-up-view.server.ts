import { Temporal } from 'temporal-polyfill'
import { afterEdits, type DraftSession } from '#app/features/agenda/domain/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { CatchUp } from '../domain/catch-up.ts'

/** The end of the day of an instant on the event's clock, in milliseconds. */
export function endOfDay(startsAt: string, zone: string): number {
  const day = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).toPlainDate()
  return day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
}

/** What a way to catch up would change, session by session, in words. */
export function catchUpLines(
  way: CatchUp,
  draft: readonly DraftSession[],
  zone: string,
  locale: Locale,
): { id: string; title: string; change: string }[] {
  const before = new Map(draft.map((one) => [one.id, one]))
  const touched = new Set(way.edits.map((edit) => edit.sessionId))
  return afterEdits(draft, way.edits)
    .filter((after) => touched.has(after.id))
    .map((after) => ({
      id: after.id,
      title: textIn(after.title, locale),
      change: changeWords(before.get(after.id) ?? after, after, zone, locale),
    }))
}

function changeWords(before: DraftSession, after: DraftSession, zone: string, locale: Locale): string {
  if (after.dropped) return m['live.late.dropped']()
  const times = (of: DraftSession) =>
    of.startsAt && of.endsAt ? formatTimes(new Date(of.startsAt), new Date(of.endsAt), zone, locale) : ''
  if (times(before) !== times(after)) return `${times(before)} → ${times(after)}`
  const minutes = (of: DraftSession) => of.appearances.map((one) => one.minutes ?? '–').join(', ')
  return m['live.late.minutes']({ before: minutes(before), after: minutes(after) })
}
