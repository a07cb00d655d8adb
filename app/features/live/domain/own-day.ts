import { minutesLate } from './catch-up.ts'
import { type LiveSession, type LiveState, runningTurn } from './live-state.ts'

/** How one of a speaker's sessions stands while its day runs. Minutes late are 0 when it is on time or over. */
export type OwnSessionNow = {
  id: string
  slug: string
  title: LiveSession['title']
  startsAt: string
  endsAt: string
  state: 'waiting' | 'running' | 'over'
  /** Whoever has the floor in it. */
  speaking: { personId: string; name: string } | null
  late: number
}

/** How long before its first session a speaker's day begins, and how long after its last it ends, in milliseconds. */
const around = 12 * 60 * 60_000

/**
 * A speaker's sessions of today as the room really runs, at a moment (milliseconds). One that waits is as late as what
 * runs in its room before it; empty when none of them is near.
 */
export function ownDay(state: LiveState, sessionIds: ReadonlySet<string>, now: number): OwnSessionNow[] {
  return state.sessions
    .filter((one) => sessionIds.has(one.id) && one.kind !== 'break')
    .filter((one) => Date.parse(one.startsAt) - around < now && Date.parse(one.endsAt) + around > now)
    .map((one) => {
      const { id, slug, title, startsAt, endsAt } = one
      const turn = one.endedAt === null ? runningTurn(one) : null
      const speaking = turn ? { personId: turn.personId, name: turn.name } : null
      return {
        id,
        slug,
        title,
        startsAt,
        endsAt,
        state: stateOf(one),
        speaking,
        late: lateOf(state, one, now),
      }
    })
}

function stateOf({ startedAt, endedAt }: LiveSession): OwnSessionNow['state'] {
  if (endedAt !== null) return 'over'
  return startedAt === null ? 'waiting' : 'running'
}

function lateOf(state: LiveState, session: LiveSession, now: number): number {
  if (session.endedAt !== null) return 0
  if (session.startedAt !== null) return Math.max(0, minutesLate(session, now))
  const before = state.sessions.filter(
    (one) =>
      one.roomId === session.roomId &&
      one.endsAt <= session.startsAt &&
      one.startedAt !== null &&
      one.endedAt === null,
  )
  const last = before.at(-1)
  if (!last) return 0
  const free = Math.floor((Date.parse(session.startsAt) - Date.parse(last.endsAt)) / 60_000)
  return Math.max(0, minutesLate(last, now) - free)
}
