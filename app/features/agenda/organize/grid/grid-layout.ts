import { boundsOf, dayOf } from '#app/features/agenda/domain/day-clock.ts'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { minute } from '#app/features/agenda/domain/draft/gestures.ts'

const hour = 60 * minute

/** A session in the grid: minutes from the top, its column, and its lane where several overlap in one room. */
export type Placed = {
  session: DraftSession
  top: number
  minutes: number
  column: number
  lane: number
  lanes: number
}

/** The hours that a day shows: those of the event and of its sessions, and one around them to move into. */
export function hoursOf(
  day: string,
  sessions: readonly DraftSession[],
  event: { startsAt: string; endsAt: string },
  zone: string,
): { from: number; to: number } {
  const bounds = boundsOf(day, zone)
  const starts = sessions.flatMap((one) => (one.startsAt === null ? [] : [Date.parse(one.startsAt)]))
  const ends = sessions.flatMap((one) => (one.endsAt === null ? [] : [Date.parse(one.endsAt)]))
  const isOn = (instant: number) => instant >= bounds.from && instant < bounds.to
  const [first, last] = [Date.parse(event.startsAt), Date.parse(event.endsAt)]
  if (isOn(first)) starts.push(first)
  if (isOn(last - 1)) ends.push(last)
  if (starts.length === 0) starts.push(bounds.from + 9 * hour)
  if (ends.length === 0) ends.push(bounds.from + 17 * hour)
  // Counted from midnight there, so that lines stand on full hours in every zone.
  const whole = (instant: number, round: (hours: number) => number) =>
    bounds.from + round((instant - bounds.from) / hour) * hour
  const from = Math.max(bounds.from, whole(Math.min(...starts), Math.floor) - hour)
  const to = whole(Math.max(...ends, ...starts.map((start) => start + hour)), Math.ceil) + hour
  return { from, to: Math.max(Math.min(to, bounds.to), from + 4 * hour, ...ends) }
}

/** The columns of a grid: the event's rooms in their order, and one for sessions that have none where it is needed. */
export function columnsOf(roomIds: readonly string[], sessions: readonly DraftSession[]): (string | null)[] {
  const isNeeded =
    roomIds.length === 0 || sessions.some((one) => !one.roomId || !roomIds.includes(one.roomId))
  return [...roomIds, ...(isNeeded ? [null] : [])]
}

export function layOut(
  sessions: readonly DraftSession[],
  columns: readonly (string | null)[],
  from: number,
): Placed[] {
  return columns.flatMap((roomId, column) => {
    const own = sessions.filter((one) =>
      roomId === null ? !columns.includes(one.roomId ?? '') : one.roomId === roomId,
    )
    return inLanes(own, from).map((placed) => ({ ...placed, column }))
  })
}

type InLane = Omit<Placed, 'column'>

/** Sessions of one room in order of time; those that overlap stand beside each other. */
function inLanes(sessions: DraftSession[], from: number): InLane[] {
  const timed = sessions
    .flatMap((session) => {
      if (session.startsAt === null || session.endsAt === null) return []
      const top = (Date.parse(session.startsAt) - from) / minute
      return [
        { session, top, minutes: (Date.parse(session.endsAt) - from) / minute - top, lane: 0, lanes: 1 },
      ]
    })
    .sort((a, b) => a.top - b.top || b.minutes - a.minutes)
  const placed: InLane[] = []
  let bundle: InLane[] = []
  let end = Number.NEGATIVE_INFINITY
  const close = () => {
    const lanes = Math.max(...bundle.map((one) => one.lane + 1))
    for (const one of bundle) placed.push({ ...one, lanes })
    bundle = []
  }
  for (const one of timed) {
    if (one.top >= end && bundle.length > 0) close()
    let lane = 0
    while (bundle.some((other) => other.lane === lane && other.top + other.minutes > one.top)) lane++
    bundle.push({ ...one, lane })
    end = Math.max(bundle.length > 1 ? end : one.top, one.top + one.minutes)
  }
  if (bundle.length > 0) close()
  return placed
}

/** Pixels a minute takes. */
export const zooms = [0.6, 0.9, 1.4, 2, 3, 4.5] as const

/** The zoom at which the shortest sessions of a draft still show their title. */
export function fittingZoom(sessions: readonly DraftSession[]): number {
  const lengths = sessions
    .flatMap((one) =>
      one.startsAt && one.endsAt ? [(Date.parse(one.endsAt) - Date.parse(one.startsAt)) / minute] : [],
    )
    .sort((a, b) => a - b)
  const [short = 30, usual = 60] = [0.1, 0.5].map((part) => lengths[Math.floor(lengths.length * part)])
  const index = zooms.findIndex((zoom, at) => at > 0 && zoom * short >= 30 && zoom * usual >= 56)
  return index < 0 ? zooms.length - 1 : index
}

export function sessionsOn(day: string, sessions: readonly DraftSession[], zone: string): DraftSession[] {
  return sessions.filter((one) => !one.dropped && one.startsAt !== null && dayOf(one.startsAt, zone) === day)
}

/** When the last of these sessions ends; null when none has a time. */
export function lastEnd(sessions: readonly DraftSession[]): number | null {
  const ends = sessions.flatMap((one) => (one.endsAt === null ? [] : [Date.parse(one.endsAt)]))
  return ends.length > 0 ? Math.max(...ends) : null
}
