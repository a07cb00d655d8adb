import { expect, test } from 'vitest'
import { seededRandom } from '#tests/factories/randomness.ts'
import { type GroupCounts, leastGroup, shownGroups } from './small-groups.ts'

const groups = (...counts: (number | number[])[]): GroupCounts<string>[] =>
  counts.map((cells, at) => ({ key: 'abcdefghijkl'[at] ?? '', cells: [cells].flat() }))

test.each<[string, GroupCounts<string>[], string, string]>([
  ['all are large', groups(10, 5, 7), 'a c b', ''],
  ['nobody is a group of nobody', groups(10, 0, 7), 'a c', ''],
  ['two small ones stand together', groups(10, 3, 2), 'a', 'b c'],
  ['a small one takes the smallest large one along', groups(20, 9, 3), 'a', 'c b'],
  ['two small ones that are still too few do too', groups(20, 9, 2, 1), 'a', 'c d b'],
  ['of two groups none can hide behind the other', groups(20, 3), '', ''],
  ['all together are few', groups(2, 1), '', ''],
  ['nobody came', groups(0, 0), '', ''],
  ['one cell of a group is small', groups([9, 3], [20, 20], [8, 8]), 'b', 'a c'],
  ['the rest of one language alone would say it of each', groups([3, 0], [20, 20], [9, 9]), 'b', 'a c'],
  ['one language alone', groups([3, 0], [20, 0], [9, 0]), 'b', 'a c'],
  ['more groups than a plot can show', groups(10, 9, 8, 7, 6, 6, 6, 6, 6, 6), 'a b c d e f g h', 'i j'],
])('%s', (_, all, kept, rest) => {
  const shown = shownGroups(all)
  expect(shown.kept.map(({ key }) => key).join(' ')).toBe(kept)
  expect((shown.rest?.keys ?? []).join(' ')).toBe(rest)
})

/** Another world in which every shown figure, each group's size and each column's sum are the same, and that cell is not. */
function isHidden(all: GroupCounts<string>[], hidden: string[], row: string, column: number): boolean {
  const found = all.find(({ key }) => key === row)?.cells ?? []
  const others = all.filter(({ key }) => hidden.includes(key) && key !== row)
  if (found.length === 1) return others.some(({ cells }) => (cells[0] ?? 0) > 0)
  const swaps = (plus: number, minus: number) =>
    (found[minus] ?? 0) > 0 && others.some(({ cells }) => (cells[plus] ?? 0) > 0)
  return found.some((__, at) => at !== column && (swaps(column, at) || swaps(at, column)))
}

test('no group below five is shown, and none is the difference of what is shown', () => {
  const { below, chance } = seededRandom(9)
  let hiddenCells = 0
  for (let round = 0; round < 3000; round++) {
    const width = 1 + below(3)
    const most = chance(0.5) ? 9 : 40
    const counts = Array.from({ length: 1 + below(9) }, () =>
      Array.from({ length: width }, () => (chance(0.2) ? 0 : below(most))),
    )
    const all = groups(...counts)
    const { kept, rest } = shownGroups(all)
    for (const { cells } of kept) expect(cells.every((n) => n === 0 || n >= leastGroup)).toBe(true)
    if (kept.length === 0) continue
    for (const column of Array.from({ length: width }, (_, at) => at)) {
      const total = all.reduce((sum, { cells }) => sum + (cells[column] ?? 0), 0)
      const shown = [...kept, ...(rest ? [rest] : [])].reduce(
        (sum, { cells }) => sum + (cells[column] ?? 0),
        0,
      )
      expect(shown).toBe(total)
      for (const { key, cells } of all.filter(({ key }) => rest?.keys.includes(key))) {
        const count = cells[column] ?? 0
        if (count === 0 || count >= leastGroup) continue
        // A column that everybody stands in says of each group what its size says.
        if (width > 1 && total === all.reduce((sum, one) => sum + one.cells.reduce((a, b) => a + b, 0), 0))
          continue
        hiddenCells++
        expect([counts, key, isHidden(all, rest?.keys ?? [], key, column)]).toEqual([counts, key, true])
      }
    }
  }
  expect(hiddenCells).toBeGreaterThan(1000)
})
