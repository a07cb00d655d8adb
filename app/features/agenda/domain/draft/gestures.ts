import type { SessionKind } from '#app/shared/vocabulary.ts'
import type { DraftEdit, DraftFields, DraftSession } from './draft-edit.ts'

/** Times snap to these minutes. */
export const step = 5
export const minute = 60_000
/** No session is shorter than one step. */
export const shortest = step

const lengths: Partial<Record<SessionKind, number>> = {
  break: 15,
  ceremony: 15,
  screening: 90,
  roundtable: 60,
  panel: 60,
}

export const usualLength = (kind: SessionKind) => lengths[kind] ?? 30

/** How many minutes a session takes; one without a time takes those of its speakers, or what its kind usually does. */
export function lengthOf(session: DraftSession): number {
  if (session.startsAt !== null && session.endsAt !== null) {
    return Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / minute)
  }
  const turns = session.appearances
    .filter((one) => one.role !== 'interpreter')
    .reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  return Math.max(turns || usualLength(session.kind), shortest)
}

/** Puts a session at a time and into a room; it keeps its length unless another is given. */
export function placeSession(
  session: DraftSession,
  to: { startsAt: number; roomId?: string | null; minutes?: number },
): DraftEdit[] {
  const minutes = Math.max(to.minutes ?? lengthOf(session), 1)
  const edits = changeFields(session, {
    startsAt: iso(to.startsAt),
    endsAt: iso(to.startsAt + minutes * minute),
    ...(to.roomId !== undefined && { roomId: to.roomId }),
  })
  return edits
}

/** The same distance and the same room for several at once; those without a time stay where they are. */
export function moveSessions(
  sessions: readonly DraftSession[],
  by: { minutes?: number; roomId?: string | null },
): DraftEdit[] {
  return sessions.flatMap((session) => {
    if (session.startsAt === null) return []
    const startsAt = Date.parse(session.startsAt) + (by.minutes ?? 0) * minute
    return placeSession(session, { startsAt, ...(by.roomId !== undefined && { roomId: by.roomId }) })
  })
}

/** Another length; the beginning stays. */
export function resizeSession(session: DraftSession, minutes: number): DraftEdit[] {
  if (session.startsAt === null) return []
  return placeSession(session, {
    startsAt: Date.parse(session.startsAt),
    minutes: Math.max(minutes, shortest),
  })
}

/** Back to the tray: without a time, in the room where it was. */
export function unscheduleSession(session: DraftSession): DraftEdit[] {
  return changeFields(session, { startsAt: null, endsAt: null })
}

export const dropSession = (session: DraftSession) => changeFields(session, { dropped: true })
export const takeBackSession = (session: DraftSession) => changeFields(session, { dropped: false })

/** The same session once more, directly behind the first; with the people, as most copies are repeats. */
export function copySession(session: DraftSession, id: string): DraftEdit[] {
  const { id: _, slug: __, ...fields } = session
  const behind =
    session.startsAt !== null && session.endsAt !== null
      ? { startsAt: session.endsAt, endsAt: iso(Date.parse(session.endsAt) + lengthOf(session) * minute) }
      : {}
  return [{ kind: 'add', sessionId: id, set: { ...fields, ...behind, dropped: false } }]
}

/** A session that is only a title yet. */
export function newSession(
  id: string,
  given: Pick<DraftFields, 'title' | 'kind'> & Partial<DraftFields>,
): DraftEdit[] {
  const empty = { abstract: {}, languages: [], interpretation: [], trackId: null, appearances: [], films: [] }
  const slot = { roomId: null, startsAt: null, endsAt: null }
  return [
    {
      kind: 'add',
      sessionId: id,
      set: { ...empty, ...slot, capacity: null, signUp: false, dropped: false, ...given },
    },
  ]
}

/** An edit of the fields that really change; none when nothing does. */
export function changeFields(session: DraftSession, wanted: Partial<DraftFields>): DraftEdit[] {
  const fields = (Object.keys(wanted) as (keyof DraftFields)[]).filter((one) => wanted[one] !== session[one])
  if (fields.length === 0) return []
  const only = (of: Partial<DraftFields>) => Object.fromEntries(fields.map((field) => [field, of[field]]))
  return [{ kind: 'edit', sessionId: session.id, was: only(session), set: only(wanted) }]
}

/** To the nearest step from the full hour of UTC; all zones in use stand at a multiple of it. */
export function snapped(instant: number): number {
  return Math.round(instant / (step * minute)) * step * minute
}

export const iso = (instant: number) => new Date(instant).toISOString()
