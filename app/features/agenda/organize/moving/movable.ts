import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'

export type MovableGroup = 'now' | 'next' | 'later' | 'past'
type Timed = DraftSession & { startsAt: string; endsAt: string }

/** Whether a session stands in the programme at a time. */
export const isTimed = (session: DraftSession): session is Timed =>
  session.startsAt !== null && session.endsAt !== null && !session.dropped

/** The sessions that can be moved, nearest first: what runs, what begins next, what is later, what is over. */
export function movableGroups(
  sessions: readonly DraftSession[],
  now: Date,
): { kind: MovableGroup; sessions: Timed[] }[] {
  const at = now.getTime()
  const timed = sessions.filter(isTimed).sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const first = timed.find((one) => Date.parse(one.startsAt) > at)?.startsAt
  const kindOf = ({ startsAt, endsAt }: Timed): MovableGroup => {
    if (Date.parse(endsAt) <= at) return 'past'
    if (Date.parse(startsAt) <= at) return 'now'
    return startsAt === first ? 'next' : 'later'
  }
  return (['now', 'next', 'later', 'past'] as const)
    .map((kind) => ({ kind, sessions: timed.filter((one) => kindOf(one) === kind) }))
    .filter((group) => group.sessions.length > 0)
}

/** By how many minutes a session is moved with one press. */
export const presses = [-10, -5, 5, 10, 15, 30] as const
