import { afterEdits, type DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { CatchUp } from '../domain/catch-up.ts'
import type { LiveSession } from '../domain/live-state.ts'

/** A session as it would run by the draft: what was put there already is not offered again. */
export function asDrafted(session: LiveSession, draft: readonly DraftSession[]): LiveSession {
  const found = draft.find((one) => one.id === session.id)
  if (!found?.endsAt) return session
  const minutes = new Map(found.appearances.map((one) => [one.personId, one.minutes]))
  const turns = session.turns.map((turn) => {
    const given = minutes.get(turn.personId)
    return turn.startedAt !== null || given === undefined
      ? turn
      : { ...turn, plannedSeconds: given === null ? null : given * 60 }
  })
  return { ...session, endsAt: found.endsAt, turns }
}

type Words = { zone: string; locale: Locale; names: ReadonlyMap<string, string> }

/** What a way to catch up would change, session by session, in words. */
export function catchUpLines(
  way: CatchUp,
  draft: readonly DraftSession[],
  as: Words,
): { id: string; title: string; change: string }[] {
  const before = new Map(draft.map((one) => [one.id, one]))
  const touched = new Set(way.edits.map((edit) => edit.sessionId))
  return afterEdits(draft, way.edits)
    .filter((after) => touched.has(after.id))
    .map((after) => ({
      id: after.id,
      title: textIn(after.title, as.locale),
      change: changeText(before.get(after.id) ?? after, after, as),
    }))
}

function changeText(before: DraftSession, after: DraftSession, { zone, locale, names }: Words): string {
  if (after.dropped) return m['live.late.dropped']()
  const times = (of: DraftSession) =>
    of.startsAt && of.endsAt ? formatTimes(new Date(of.startsAt), new Date(of.endsAt), zone, locale) : ''
  if (times(before) !== times(after)) return `${times(before)} → ${times(after)}`
  const changes = after.appearances.flatMap(({ personId, minutes }, at) => {
    const planned = before.appearances[at]?.minutes ?? null
    return minutes === planned ? [] : [`${names.get(personId) ?? ''} ${planned ?? '–'} → ${minutes ?? '–'}`]
  })
  return m['live.late.minutes']({ changes: changes.join(', ') })
}
