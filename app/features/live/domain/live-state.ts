import { isForgotten } from '#app/features/agenda/domain/draft/forgotten.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, SessionKind } from '#app/shared/vocabulary.ts'

/**
 * What every screen of a live room shows, whole: nothing in it is private. Instants are ISO strings in UTC; `at` is the
 * server's time when it was read, against which a screen sets its own clock.
 */
export type LiveState = {
  /** Rises with every change: a screen keeps the newest. */
  revision: number
  at: string
  rooms: { id: string; name: TranslatedText }[]
  /** Of the published agenda, in order of time. */
  sessions: LiveSession[]
  /** From the floor, as the moderators chose them; the most wanted first. */
  questions: LiveQuestion[]
}

export type LiveSession = {
  id: string
  slug: string
  kind: SessionKind
  title: TranslatedText
  roomId: string | null
  startsAt: string
  endsAt: string
  /** When it really began and ended. */
  startedAt: string | null
  endedAt: string | null
  turns: LiveTurn[]
}

/** Somebody's time to speak: planned when `startedAt` is null. */
export type LiveTurn = {
  id: string | null
  personId: string
  name: string
  role: AppearanceRole | null
  plannedSeconds: number | null
  startedAt: string | null
  pausedAt: string | null
  pausedSeconds: number
  endedAt: string | null
}

export type LiveQuestion = { id: string; sessionId: string; text: string; lang: string; votes: number }

type Planned = { personId: string; name: string; role: AppearanceRole; minutes: number | null }
type Spoken = Omit<LiveTurn, 'name' | 'role' | 'id'> & { id: string; name: string }

/** A session's turns: what was spoken in its order, then who is still to speak. A second turn of somebody adds a line. */
export function turnsOf(planned: readonly Planned[], spoken: readonly Spoken[]): LiveTurn[] {
  const roleOf = new Map(planned.map((one) => [one.personId, one.role]))
  const had = new Set(spoken.map((one) => one.personId))
  return [
    ...spoken.map((one) => ({ ...one, role: roleOf.get(one.personId) ?? null })),
    ...planned
      .filter((one) => !had.has(one.personId))
      .map(({ minutes, ...one }) => ({
        ...one,
        id: null,
        startedAt: null,
        pausedAt: null,
        pausedSeconds: 0,
        endedAt: null,
        plannedSeconds: minutes === null ? null : minutes * 60,
      })),
  ]
}

export type TurnClock = {
  /** Seconds spoken, pauses left out. */
  spoken: number
  /** Seconds left, below zero when over; null when nothing was planned. */
  left: number | null
  tone: 'calm' | 'soon' | 'over'
}

/** Where a turn stands at a moment (milliseconds): calm, soon in its last fifth (30 s to 2 min), over from zero on. */
export function clockOf(turn: LiveTurn, now: number): TurnClock {
  const until = turn.endedAt ?? turn.pausedAt
  const to = until === null ? now : Date.parse(until)
  const from = turn.startedAt === null ? to : Date.parse(turn.startedAt)
  const spoken = Math.max(0, Math.floor((to - from) / 1000) - turn.pausedSeconds)
  if (turn.plannedSeconds === null) return { spoken, left: null, tone: 'calm' }
  const left = turn.plannedSeconds - spoken
  const isSoon = left <= warningOf(turn.plannedSeconds)
  return { spoken, left, tone: left <= 0 ? 'over' : isSoon ? 'soon' : 'calm' }
}

/** How many seconds before its end a turn of a planned length begins to warn. */
export function warningOf(plannedSeconds: number): number {
  return Math.min(120, Math.max(30, plannedSeconds / 5))
}

/** The turn that runs or is paused in a session, or null. */
export function runningTurn(session: LiveSession): LiveTurn | null {
  return session.turns.find((turn) => turn.startedAt !== null && turn.endedAt === null) ?? null
}

/** Who is to speak after the running turn, or null. */
export function nextTurn(session: LiveSession): LiveTurn | null {
  return session.turns.find((turn) => turn.startedAt === null) ?? null
}

export type RoomMoment = { now: LiveSession | null; next: LiveSession | null; later: LiveSession[] }

/** The sessions of a room, with those that are everybody's; all of them when `roomId` is null. */
export function sessionsIn({ sessions }: LiveState, roomId: string | null): LiveSession[] {
  return sessions.filter((one) => roomId === null || one.roomId === roomId || one.roomId === null)
}

/**
 * What a room shows: the session that was started and not ended, else the one whose hour it is; then what follows. A
 * session that was ended is over, however long it was planned, and so is one that was forgotten. `roomId` null: the whole
 * event.
 */
export function roomMoment(state: LiveState, roomId: string | null, now: number): RoomMoment {
  const here = sessionsIn(state, roomId)
  const open = here.filter((one) => one.endedAt === null && !isForgotten(one, now))
  const started = open.filter((one) => one.startedAt !== null)
  const byClock = open.filter((one) => Date.parse(one.startsAt) <= now && now < Date.parse(one.endsAt))
  const current = started.at(-1) ?? byClock.at(0) ?? null
  const after = open.filter(
    (one) =>
      one !== current &&
      one.startedAt === null &&
      (current === null ? Date.parse(one.startsAt) > now : one.startsAt >= current.startsAt) &&
      Date.parse(one.endsAt) > now,
  )
  return { now: current, next: after[0] ?? null, later: after.slice(1) }
}

/** The other sessions that were begun in a session's room and not ended: two clocks of one room, of which one is wrong. */
export function besideInRoom(state: LiveState, { id, roomId }: LiveSession): LiveSession[] {
  if (roomId === null) return []
  return state.sessions.filter(
    (one) => one.id !== id && one.roomId === roomId && one.startedAt !== null && one.endedAt === null,
  )
}
