/** How many registered on one day, counted from the day of the start: −1 is the day before it. */
export type DayCount<Key = string | null> = { day: number; key: Key; count: number }

/** The steps of a plot, oldest first: each ends with that day and begins after the one before. */
export type Steps = { size: number; ends: number[] }

/** How many registered up to the end of each step; null for steps that have not begun. */
export type Grown = (number | null)[]

const sizes = [1, 7, 28]
const mostSteps = 40

/**
 * The steps over all these days: single days, weeks, or four weeks, so that a table of them can be read. One step ends with
 * the day of the start; `until` is the last day that is plotted even if nobody came on it.
 */
export function stepsOver(days: readonly number[], until: number): Steps {
  const first = Math.min(until, ...days)
  const last = Math.max(until, ...days)
  const size = sizes.find((one) => (last - first) / one <= mostSteps) ?? Math.ceil((last - first) / mostSteps)
  const ends: number[] = []
  for (let end = Math.ceil(first / size) * size; ; end += size) {
    // No minus zero: it is written into tables.
    ends.push(end || 0)
    if (end >= last) return { size, ends }
  }
}

/** The counts of these keys, added up step by step; `today` is the last day that has begun. */
export function grown<Key>(counts: readonly DayCount<Key>[], { size, ends }: Steps, today: number): Grown {
  const perStep = new Map<number, number>()
  for (const { day, count } of counts) {
    const end = Math.ceil(day / size) * size || 0
    perStep.set(end, (perStep.get(end) ?? 0) + count)
  }
  let total = 0
  return ends.map((end) => {
    total += perStep.get(end) ?? 0
    return end - size >= today ? null : total
  })
}

/** How many came within each step. */
export function newInSteps(values: Grown): Grown {
  return values.map((value, at) => (value === null ? null : value - (values[at - 1] ?? 0)))
}

/** The counts of each key over all days. */
export function totalsByKey<Key>(counts: readonly DayCount<Key>[]): Map<Key, number> {
  const totals = new Map<Key, number>()
  for (const { key, count } of counts) totals.set(key, (totals.get(key) ?? 0) + count)
  return totals
}
