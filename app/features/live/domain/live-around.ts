import type { LiveState } from './live-state.ts'

const around = 18 * 60 * 60_000

/** Of a live state what screens need: sessions that run, and those within eighteen hours of a moment (milliseconds). */
export function liveAround(state: LiveState, now: number): LiveState {
  const sessions = state.sessions.filter(
    (one) =>
      (one.startedAt !== null && one.endedAt === null) ||
      (Date.parse(one.startsAt) < now + around && Date.parse(one.endsAt) > now - around),
  )
  return { ...state, sessions }
}
