import { boundsOf, clockOf, dayAfter, dayOf, instantAt } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftEdit, DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import {
  lengthOf,
  minute,
  moveSessions,
  placeSession,
  resizeSession,
  step,
  unscheduleSession,
} from '#app/features/agenda/domain/draft/gestures.ts'

export type KeyGround = {
  sessions: readonly DraftSession[]
  columns: readonly (string | null)[]
  /** The day that is shown, and when it begins where nothing stands yet. */
  day: string
  opensAt: number
  timeZone: string
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key does to the session that has the focus, and to all that are chosen with it; null when it does nothing. */
export function keyGesture(
  pressed: Pressed,
  session: DraftSession,
  ground: KeyGround,
  chosen: readonly DraftSession[] = [session],
): DraftEdit[] | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const act = pressed.shiftKey ? resizing[pressed.key] : moving[pressed.key]
  if (!act) return null
  if (session.startsAt === null) return pressed.key.startsWith('Arrow') ? intoDay(session, ground) : null
  const timed = chosen.filter((one) => one.startsAt !== null)
  const done = timed.map((one) => act(one, ground))
  // Beside the last room there is none: then all stay, so that they keep their places to each other.
  const isSideways = !pressed.shiftKey && (pressed.key === 'ArrowLeft' || pressed.key === 'ArrowRight')
  return isSideways && done.some((edits) => edits.length === 0) ? [] : done.flat()
}

/** One of several is dropped somewhere: the others go as far, and as many rooms on; from the tray, one after the other. */
export function dropTogether(
  grabbed: DraftSession,
  sessions: readonly DraftSession[],
  to: { startsAt: number; roomId: string | null },
  columns: readonly (string | null)[],
): DraftEdit[] {
  if (grabbed.startsAt === null) {
    let startsAt = to.startsAt
    const waiting = sessions.filter((one) => one.startsAt === null && one.id !== grabbed.id)
    return [grabbed, ...waiting].flatMap((one) => {
      const edits = placeSession(one, { startsAt, roomId: to.roomId })
      startsAt += lengthOf(one) * minute
      return edits
    })
  }
  const later = to.startsAt - Date.parse(grabbed.startsAt)
  const on = columns.indexOf(to.roomId) - columns.indexOf(grabbed.roomId)
  return sessions.flatMap((one) => {
    if (one.startsAt === null) return []
    const column = Math.min(Math.max(columns.indexOf(one.roomId) + on, 0), columns.length - 1)
    return placeSession(one, {
      startsAt: Date.parse(one.startsAt) + later,
      roomId: one.id === grabbed.id ? to.roomId : (columns[column] ?? null),
    })
  })
}

type Act = (session: DraftSession, ground: KeyGround) => DraftEdit[]

const moving: Record<string, Act> = {
  ArrowUp: (session) => moveSessions([session], { minutes: -step }),
  ArrowDown: (session) => moveSessions([session], { minutes: step }),
  ArrowLeft: (session, ground) => toColumn(session, ground, -1),
  ArrowRight: (session, ground) => toColumn(session, ground, 1),
  PageUp: (session, ground) => toDay(session, ground.timeZone, -1),
  PageDown: (session, ground) => toDay(session, ground.timeZone, 1),
  Delete: unscheduleSession,
  Backspace: unscheduleSession,
}

const resizing: Record<string, Act> = {
  ArrowUp: (session) => resizeSession(session, lengthOf(session) - step),
  ArrowDown: (session) => resizeSession(session, lengthOf(session) + step),
}

function toColumn(session: DraftSession, { columns }: KeyGround, by: number): DraftEdit[] {
  const next = columns[columns.indexOf(session.roomId) + by]
  return next === undefined ? [] : moveSessions([session], { roomId: next })
}

/** The same time by the wall clock on another day. */
export function toDay(session: DraftSession, timeZone: string, days: number): DraftEdit[] {
  if (session.startsAt === null) return []
  return onDay(session, dayAfter(dayOf(session.startsAt, timeZone), days), timeZone)
}

export function onDay(session: DraftSession, day: string, timeZone: string, clock?: string): DraftEdit[] {
  const wanted = clock ?? (session.startsAt ? clockOf(session.startsAt, timeZone) : '09:00')
  const startsAt = instantAt(day, wanted, timeZone)
  return startsAt === null ? [] : placeSession(session, { startsAt })
}

/** From the tray behind the last session of the day in its room, or in the first one. */
export function intoDay(
  session: DraftSession,
  { sessions, columns, day, opensAt, timeZone }: KeyGround,
): DraftEdit[] {
  const roomId = columns.includes(session.roomId) ? session.roomId : (columns[0] ?? null)
  const { from, to } = boundsOf(day, timeZone)
  const ends = sessions.flatMap((one) => {
    if (one.dropped || one.startsAt === null || one.endsAt === null || one.roomId !== roomId) return []
    const starts = Date.parse(one.startsAt)
    return starts >= from && starts < to ? [Date.parse(one.endsAt)] : []
  })
  const startsAt = Math.min(Math.max(opensAt, ...ends), to - step * minute)
  return placeSession(session, { startsAt, roomId })
}
