import { describe, expect, it, test } from 'vitest'
import { grown, newInSteps, stepsOver, totalsByKey } from './over-time.ts'

describe('steps', () => {
  it.each([
    ['days, up to today', [-12, -10], -10, 1, [-12, -11, -10]],
    ['a single day', [], -3, 1, [-3]],
    ['weeks that end with the start', [-60], 0, 7, [-56, -49, -42, -35, -28, -21, -14, -7, 0]],
    ['on to a day after the start', [-60, 3], 3, 7, [-56, -49, -42, -35, -28, -21, -14, -7, 0, 7]],
  ])('%s', (_, days, until, size, ends) => expect(stepsOver(days, until)).toEqual({ size, ends }))

  it.each([41, 281, 1200, 5000])('of %d days are so few that a table of them can be read', (days) => {
    const { ends, size } = stepsOver([-days], 0)
    expect(ends.length).toBeLessThanOrEqual(42)
    expect(ends.at(-1)).toBe(0)
    expect((ends[0] ?? 0) - size).toBeLessThanOrEqual(-days)
  })
})

test('counts grow step by step, up to today', () => {
  const counts = [
    { day: -9, key: 'a', count: 2 },
    { day: -7, key: 'b', count: 1 },
    { day: -6, key: 'a', count: 4 },
  ]
  const steps = { size: 7, ends: [-7, 0, 7] }
  const values = grown(counts, steps, -5)
  expect(values).toEqual([3, 7, null])
  expect(newInSteps(values)).toEqual([3, 4, null])
  expect(grown(counts, steps, 1)).toEqual([3, 7, 7])
  expect([...totalsByKey(counts)]).toEqual([
    ['a', 6],
    ['b', 1],
  ])
})
