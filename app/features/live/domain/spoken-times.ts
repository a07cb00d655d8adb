import { clockOf, type LiveSession } from './live-state.ts'

export type SpokenTime = { personId: string; name: string; planned: number | null; spoken: number }

/**
 * Seconds planned and spoken by each person of a session, in the order in which they began; several turns of one person
 * are added up. Who has not spoken stands last, with nothing. `now` (milliseconds) counts for a turn that still runs.
 */
export function spokenTimes(session: LiveSession, now: number): SpokenTime[] {
  const people = new Map<string, SpokenTime>()
  for (const turn of session.turns) {
    const { personId, name, plannedSeconds } = turn
    const known = people.get(personId)
    const spoken = turn.startedAt === null ? 0 : clockOf(turn, now).spoken
    if (known) known.spoken += spoken
    else people.set(personId, { personId, name, planned: plannedSeconds, spoken })
  }
  return [...people.values()]
}
