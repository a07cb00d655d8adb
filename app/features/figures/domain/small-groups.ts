/** A group with fewer people is not shown by itself: who knows one of them would read about the others. */
export const leastGroup = 5
/** More groups than that no plot tells apart; the rest is shown together. */
const mostGroups = 8

export type GroupCounts<Key> = { key: Key; cells: readonly number[] }
/** The groups that are shown, the largest first, and the sum of all others; null where nobody is left over. */
export type ShownGroups<Key> = {
  kept: GroupCounts<Key>[]
  rest: { keys: Key[]; cells: number[] } | null
}

/**
 * Which groups may be shown by themselves. Each has so many cells: one count, or one of every language or event. A group
 * stands alone when each of its cells is nobody or at least five; the others are added up, and as many of the smallest
 * shown ones with them as it takes until every cell of that sum is five or more. So no cell below five is the difference
 * of figures that are shown. Where no group can stand alone, nothing is broken down: `kept` is empty.
 */
export function shownGroups<Key>(groups: readonly GroupCounts<Key>[]): ShownGroups<Key> {
  const all = groups.filter(({ cells }) => sum(cells) > 0).sort((a, b) => sum(b.cells) - sum(a.cells))
  const totals = addUp(all)
  const fits = ({ cells }: GroupCounts<Key>) => cells.every((count) => count === 0 || count >= leastGroup)
  const fitting = all.filter(fits)
  const kept = fitting.slice(0, mostGroups)
  const rest = [...all.filter((group) => !fits(group)), ...fitting.slice(mostGroups)]
  const isSafe = () => addUp(rest).every((count, at) => totals[at] === 0 || count >= leastGroup)
  while (rest.length > 0 && !isSafe()) {
    const smallest = kept.pop()
    if (!smallest) return { kept: [], rest: null }
    rest.push(smallest)
  }
  if (kept.length === 0) return { kept, rest: null }
  return { kept, rest: rest.length > 0 ? { keys: rest.map(({ key }) => key), cells: addUp(rest) } : null }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

function addUp(groups: readonly GroupCounts<unknown>[]): number[] {
  const width = Math.max(0, ...groups.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => sum(groups.map(({ cells }) => cells[at] ?? 0)))
}
