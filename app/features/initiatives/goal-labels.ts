import { m } from '#app/paraglide/messages.js'
import type { GoalState } from '#app/shared/vocabulary.ts'

const names: Record<GoalState, () => string> = {
  planned: () => m['initiatives.goal.planned'](),
  'under-way': () => m['initiatives.goal.under-way'](),
  reached: () => m['initiatives.goal.reached'](),
  'given-up': () => m['initiatives.goal.given-up'](),
}

/** How far a goal has come, in words. */
export const goalStateName = (state: GoalState): string => names[state]()
