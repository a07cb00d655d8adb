import { forgottenAfter } from '#app/features/agenda/domain/draft/forgotten.ts'
import { around } from './live-around.ts'
import { type LiveSession, type LiveState, roomMoment, sessionsIn } from './live-state.ts'

/** What a screen shows: what is on, in one room or in each of several, and what comes there, the soonest first. */
export type ScreenMoment = { now: LiveSession[]; coming: LiveSession[] }

/** What is on at a moment (milliseconds) in a room; in every room when `roomId` is null. */
export function screenMoment(state: LiveState, roomId: string | null, now: number): ScreenMoment {
  const rooms = roomId === null && state.rooms.length > 1 ? state.rooms.map(({ id }) => id) : [roomId]
  const moments = rooms.map((id) => roomMoment(state, id, now))
  const current = new Set(moments.flatMap((one) => one.now ?? []))
  const coming = new Set(moments.flatMap((one) => (one.next ? [one.next, ...one.later] : [])))
  return {
    now: [...current],
    coming: [...coming].filter((one) => !current.has(one)).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
  }
}

export type Rest = { kind: 'before' | 'between' | 'after'; next: LiveSession | null }

/** Why nothing is on in a room: it has not begun, goes on another time, or all of it is over. */
export function restOf(state: LiveState, roomId: string | null, now: number): Rest {
  const here = sessionsIn(state, roomId)
  const isAhead = (one: LiveSession) => one.startedAt === null && Date.parse(one.startsAt) > now
  const next = here.find(isAhead) ?? null
  if (next === null) return { kind: here.length > 0 ? 'after' : 'between', next }
  return { kind: here.every(isAhead) ? 'before' : 'between', next }
}

/** Every moment at which the clock alone changes what screens show. */
export function screenChangesAt(sessions: readonly LiveSession[]): Date[] {
  const edges = sessions.flatMap(({ startsAt, endsAt }) => {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
    return [start - around, start, end, end + forgottenAfter]
  })
  return [...new Set(edges)].map((edge) => new Date(edge))
}

/** The next of them, in milliseconds; null when there is none. */
export function nextOf(changesAt: readonly Date[], now: Date): number | null {
  const ahead = changesAt.map((moment) => moment.getTime()).filter((moment) => moment > now.getTime())
  return ahead.length > 0 ? Math.min(...ahead) : null
}
