import type { PublishedSession } from './domain/agenda-snapshot.ts'
import { forgottenAfter, isForgotten } from './domain/draft/forgotten.ts'

type Slot = Pick<PublishedSession, 'id' | 'startsAt' | 'endsAt'> & { roomId?: string | null }
/** A session as it really began and ended; what was begun counts for what was planned. */
export type Run = { startedAt?: Date; endedAt: Date | null }

/** How long before it begins the next session is worth a place at the top. */
const ahead = 12 * 3_600_000

/**
 * What runs at a moment, and what begins next, if that is soon; null when there is neither. A session that was begun
 * runs until it is ended, whatever its hours, unless that was forgotten.
 */
export function nowAndNext<S extends Slot>(
  sessions: readonly S[],
  now: Date,
  runs: ReadonlyMap<string, Run> = new Map(),
): { now: S[]; next: S[] } | null {
  const at = now.getTime()
  const running = onePerRoom(sessions.filter(isOn), runs)
  function isOn(one: S) {
    const ran = runs.get(one.id)
    if (ran) return ran.endedAt === null && !isForgotten(one, at)
    return Date.parse(one.startsAt) <= at && Date.parse(one.endsAt) > at
  }
  const waiting = sessions.filter((one) => !runs.has(one.id))
  const starts = waiting.map((one) => Date.parse(one.startsAt)).filter((start) => start > at)
  const first = Math.min(...starts)
  const next = first - at <= ahead ? waiting.filter((one) => Date.parse(one.startsAt) === first) : []
  return running.length + next.length > 0 ? { now: running, next } : null
}

/** A room holds one session: the one begun last, before any that only should be on by now. */
function onePerRoom<S extends Slot>(sessions: S[], runs: ReadonlyMap<string, Run>): S[] {
  const begun = (one: S) => runs.get(one.id)?.startedAt?.getTime() ?? (runs.has(one.id) ? 0 : -1)
  return sessions.filter((one) => {
    if (!one.roomId) return true
    const here = sessions.filter((other) => other.roomId === one.roomId)
    const last = here.reduce((best, other) =>
      begun(other) > begun(best) || (begun(other) === begun(best) && other.startsAt > best.startsAt)
        ? other
        : best,
    )
    return last === one
  })
}

/** Every moment at which the answer changes. */
export function agendaChangesAt(sessions: readonly Slot[]): Date[] {
  const edges = sessions.flatMap(({ startsAt, endsAt }) => {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)]
    return [start - ahead, start, end, end + forgottenAfter]
  })
  return [...new Set(edges)].map((edge) => new Date(edge))
}
