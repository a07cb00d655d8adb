import { type RegistrationState, registrationStates } from '#app/shared/vocabulary.ts'
import { shownGroups } from './small-groups.ts'

export type StateCounts = Record<RegistrationState, number>
/** Where those who registered stand now, the largest share first; `rest` are states that are not shown by themselves. */
export type StateFlow = {
  asked: number
  shown: { state: RegistrationState; count: number }[]
  rest: { states: RegistrationState[]; count: number } | null
}

/** All categories together, from the counters that each change of a registration keeps. */
export function stateFlow(categories: readonly StateCounts[]): StateFlow {
  const counts = registrationStates.map((state) => ({
    key: state,
    cells: [categories.reduce((total, category) => total + category[state], 0)],
  }))
  const { kept, rest } = shownGroups(counts)
  return {
    asked: counts.reduce((total, { cells: [count = 0] }) => total + count, 0),
    shown: kept.map(({ key, cells: [count = 0] }) => ({ state: key, count })),
    rest: rest && { states: rest.keys, count: rest.cells[0] ?? 0 },
  }
}
