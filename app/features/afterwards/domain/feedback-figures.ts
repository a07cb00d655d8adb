/** From the best to the worst. */
export const satisfactionLevels = [5, 4, 3, 2, 1] as const
export type SatisfactionLevel = (typeof satisfactionLevels)[number]

/** Below this many answers no mean is told and no group is shown by itself: one would read people, not figures. */
export const leastAnswers = 5

export type FeedbackCount = { categoryId: string; satisfaction: number; count: number }
export type FeedbackGroup = { categoryId: string; answered: number; mean: number }
export type FeedbackFigures = {
  answered: number
  levels: { level: SatisfactionLevel; count: number; share: number }[]
  mean: number | null
  /** Guest categories that can be told apart, and what is left of the others: its mean too only where it is no few. */
  groups: FeedbackGroup[]
  rest: { answered: number; mean: number } | null
}

/** What the answers come to. */
export function feedbackFigures(counts: readonly FeedbackCount[]): FeedbackFigures {
  const answered = sum(counts)
  const levels = satisfactionLevels.map((level) => {
    const count = sum(counts.filter((one) => one.satisfaction === level))
    return { level, count, share: answered === 0 ? 0 : count / answered }
  })
  const mean = answered < leastAnswers ? null : meanOf(counts)
  return { answered, levels, mean, ...apart(counts) }
}

/**
 * Groups of fewer than five are told together. Were those together fewer than five, they could be reckoned from the whole
 * and the other groups: then the smallest of these joins them.
 */
function apart(counts: readonly FeedbackCount[]): Pick<FeedbackFigures, 'groups' | 'rest'> {
  const of = (id: string) => counts.filter((one) => one.categoryId === id)
  const all = [...new Set(counts.map((one) => one.categoryId))]
    .map((id) => ({ id, answered: sum(of(id)) }))
    .sort((a, b) => b.answered - a.answered)
  const shown = all.filter((one) => one.answered >= leastAnswers)
  const few = all.filter((one) => one.answered < leastAnswers)
  let left = few.reduce((total, one) => total + one.answered, 0)
  while (left > 0 && left < leastAnswers) {
    const smallest = shown.pop()
    if (!smallest) break
    few.push(smallest)
    left += smallest.answered
  }
  // One group alone is the whole once more.
  if (shown.length === 0 || all.length < 2) return { groups: [], rest: null }
  const groups = shown.map(({ id, answered }) => ({ categoryId: id, answered, mean: meanOf(of(id)) }))
  const others = few.flatMap(({ id }) => of(id))
  return { groups, rest: left > 0 ? { answered: left, mean: meanOf(others) } : null }
}

const sum = (counts: readonly FeedbackCount[]) => counts.reduce((total, { count }) => total + count, 0)

function meanOf(counts: readonly FeedbackCount[]): number {
  return counts.reduce((total, { satisfaction, count }) => total + satisfaction * count, 0) / sum(counts)
}
