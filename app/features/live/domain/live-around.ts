import type { LiveSession, LiveState } from './live-state.ts'

/** How far, in milliseconds, screens look around. */
export const around = 18 * 60 * 60_000

/**
 * Of a live state what screens need: sessions that run, and those that ended or are planned within eighteen hours of a
 * moment (milliseconds).
 */
export function liveAround(state: LiveState, now: number): LiveState {
  return { ...state, sessions: state.sessions.filter((one) => isRunning(one) || isNear(one, now)) }
}

function isRunning({ startedAt, endedAt }: LiveSession): boolean {
  return startedAt !== null && endedAt === null
}

function isNear({ startsAt, endsAt, endedAt }: LiveSession, now: number): boolean {
  const isPlanned = Date.parse(startsAt) < now + around && Date.parse(endsAt) > now - around
  return isPlanned || (endedAt !== null && Date.parse(endedAt) > now - around)
}
