import type { ImportedAgenda, ImportedSession } from '../imported-agenda.ts'
import { plainText } from '../read/plain-text.ts'
import type { EarlierSession } from './planned.ts'

/**
 * The session here that each one of a file is, by the key of the file's. One that this file calls otherwise, but has the
 * same id, or the same title or films at the same time, is the same: our own export comes back, or it was typed in before.
 */
export function findEarlier(
  agenda: ImportedAgenda,
  sessions: readonly EarlierSession[],
  {
    keys: before,
    startOf,
    filmsOf,
  }: {
    /** Ids of sessions by what files before called them. */
    keys: ReadonlyMap<string, string>
    startOf: (session: ImportedSession) => string | null
    filmsOf: (session: ImportedSession) => readonly string[]
  },
): Map<string, EarlierSession> {
  const byKey = new Map(sessions.map((one) => [one.importKey ?? one.id, one]))
  const byId = new Map(sessions.map((one) => [one.id, one]))
  const keys = new Set(agenda.sessions.map((one) => one.key))
  const bySlot = new Map<string, EarlierSession | null>()
  for (const one of sessions) {
    if (keys.has(one.importKey ?? '') || !one.startsAt || one.dropped) continue
    for (const title of new Set([one.title.vi, one.title.en].filter((words) => words !== undefined))) {
      const slot = `${Date.parse(one.startsAt)} ${plainText(title)}`
      bySlot.set(slot, bySlot.has(slot) ? null : one)
    }
    if (one.films.length === 0) continue
    const shown = `${Date.parse(one.startsAt)} ${one.films.join(' ')}`
    bySlot.set(shown, bySlot.has(shown) ? null : one)
  }
  const found = new Map<string, EarlierSession>()
  const taken = new Set<string>()
  const take = (session: ImportedSession, one: EarlierSession | null | undefined) => {
    if (!one || taken.has(one.id)) return
    taken.add(one.id)
    found.set(session.key, one)
  }
  for (const session of agenda.sessions)
    take(session, byId.get(before.get(session.key) ?? '') ?? byKey.get(session.key))
  for (const session of agenda.sessions) {
    const start = startOf(session)
    if (found.has(session.key) || !start) continue
    const films = filmsOf(session)
    if (films.length > 0) take(session, bySlot.get(`${Date.parse(start)} ${films.join(' ')}`))
    else if (session.title) take(session, bySlot.get(`${Date.parse(start)} ${plainText(session.title)}`))
  }
  return found
}
