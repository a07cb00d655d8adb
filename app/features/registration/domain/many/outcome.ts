import type { RegistrationState } from '#app/shared/vocabulary.ts'
import type { Plan, Skip } from './plan-many.ts'

/** What became of a choice: how many got which state, how many were changed without one, who was left out and why. */
export type Outcome = {
  states: { state: RegistrationState; count: number }[]
  changed: number
  skipped: { why: Skip; names: string[] }[]
}

type Named = { id: string; name: string }

/** The sum of a plan, for its preview. */
export function outcomeOf(plan: Plan, rows: readonly Named[]): Outcome {
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  const states = new Map<RegistrationState, number>()
  const skipped = new Map<Skip, string[]>()
  for (const one of plan) {
    if ('to' in one) states.set(one.to, (states.get(one.to) ?? 0) + 1)
    else skipped.set(one.skip, [...(skipped.get(one.skip) ?? []), nameOf.get(one.id) ?? ''])
  }
  return {
    states: [...states].map(([state, count]) => ({ state, count })),
    changed: plan.filter((one) => 'to' in one).length,
    skipped: [...skipped].map(([why, names]) => ({ why, names })),
  }
}
