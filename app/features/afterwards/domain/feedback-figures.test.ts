import { describe, expect, test } from 'vitest'
import { type FeedbackCount, feedbackFigures } from './feedback-figures.ts'

const of = (categoryId: string, ...given: [satisfaction: number, count: number][]): FeedbackCount[] =>
  given.map(([satisfaction, count]) => ({ categoryId, satisfaction, count }))

test('levels add up over all categories, and shares to the whole', () => {
  const { answered, levels } = feedbackFigures([...of('a', [5, 3], [1, 1]), ...of('b', [5, 4])])
  expect(answered).toBe(8)
  expect(levels.map(({ level, count }) => [level, count])).toEqual([
    [5, 7],
    [4, 0],
    [3, 0],
    [2, 0],
    [1, 1],
  ])
  expect(levels.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1)
  expect(feedbackFigures([]).levels.every(({ share }) => share === 0)).toBe(true)
})

test.each([
  [0, null],
  [4, null],
  [5, 4],
])('of %i answers the mean is %s', (count, mean) => {
  expect(feedbackFigures(count === 0 ? [] : of('a', [4, count])).mean).toBe(mean)
})

describe('categories are told apart', () => {
  const told = (counts: FeedbackCount[]) => {
    const { groups, rest } = feedbackFigures(counts)
    return { groups: groups.map((one) => [one.categoryId, one.answered]), rest: rest?.answered ?? null }
  }
  test('from five answers on, each', () => {
    expect(told([...of('a', [5, 5]), ...of('b', [4, 6])])).toEqual({
      groups: [
        ['b', 6],
        ['a', 5],
      ],
      rest: null,
    })
  })
  test('and the small ones together, when they are five', () => {
    expect(told([...of('a', [5, 9]), ...of('b', [4, 3]), ...of('c', [1, 2])])).toEqual({
      groups: [['a', 9]],
      rest: 5,
    })
  })
  test('so that nobody can reckon those of four from the others', () => {
    expect(told([...of('a', [5, 9]), ...of('b', [4, 6]), ...of('c', [1, 4])])).toEqual({
      groups: [['a', 9]],
      rest: 10,
    })
    expect(told([...of('a', [5, 9]), ...of('c', [1, 1])])).toEqual({ groups: [], rest: null })
  })
  test('not where there is one', () => {
    expect(told(of('a', [5, 9]))).toEqual({ groups: [], rest: null })
  })
})
