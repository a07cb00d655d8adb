import {
  type DraftAppearance,
  type DraftEdit,
  type DraftFields,
  type DraftSession,
  fieldsOf,
} from '#app/features/agenda/domain/draft/draft-edit.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'

type Places = { rooms: ReadonlySet<string>; tracks: ReadonlySet<string>; films: ReadonlySet<string> }

/**
 * What makes the draft that version again: its sessions as they were, and those that readers would see beside them
 * dropped. What waits without a time stays; a room, a track or a film that is gone by now cannot come back.
 */
export function editsToVersion(
  version: PublishedAgenda,
  draft: readonly DraftSession[],
  places: Places,
): DraftEdit[] {
  const stored = new Map(draft.map((session) => [session.id, session]))
  const kept = new Set(version.sessions.map((session) => session.id))
  const back = version.sessions.flatMap((session): DraftEdit[] => {
    const now = stored.get(session.id)
    const wanted = fieldsIn(session, places, now?.appearances ?? [])
    if (!now) return [{ kind: 'add', sessionId: session.id, set: wanted }]
    const fields = fieldsOf(wanted).filter((field) => !sameValue(now[field], wanted[field]))
    if (fields.length === 0) return []
    return [{ kind: 'edit', sessionId: session.id, was: only(now, fields), set: only(wanted, fields) }]
  })
  const gone = draft
    .filter((session) => !kept.has(session.id) && !session.dropped && session.startsAt !== null)
    .map(({ id }): DraftEdit => {
      return { kind: 'edit', sessionId: id, was: { dropped: false }, set: { dropped: true } }
    })
  return [...back, ...gone]
}

function fieldsIn(session: PublishedSession, places: Places, now: readonly DraftAppearance[]): DraftFields {
  const { id, slug, appearances, roomId, trackId, films = [], ...same } = session
  const deputies = new Map(now.map((one) => [`${one.personId} ${one.role}`, one.deputyForId]))
  return {
    ...same,
    roomId: roomId !== null && places.rooms.has(roomId) ? roomId : null,
    trackId: trackId !== null && places.tracks.has(trackId) ? trackId : null,
    dropped: false,
    films: films.map((film) => film.id).filter((film) => places.films.has(film)),
    appearances: appearances.map((one) => ({
      ...one,
      deputyForId: deputies.get(`${one.personId} ${one.role}`) ?? null,
    })),
  }
}

function only(from: DraftFields, fields: (keyof DraftFields)[]): Partial<DraftFields> {
  return Object.fromEntries(fields.map((field) => [field, from[field]]))
}
