import { expect, it } from 'vitest'
import { choicesOf, questionOf } from '#tests/factories/questions.ts'
import { answerFigures } from './answer-figures.ts'

const counted = (of: Record<string, number>) => Object.entries(of).map(([value, count]) => ({ value, count }))

it('of one answer each nobody is told from the others in a group below five', () => {
  const one = questionOf({ kind: 'one', choices: choicesOf('a', 'b', 'c') })
  const { rows, few } = answerFigures(one, counted({ b: 9, a: 20, c: 2 }), 31, 'en')
  // Two people alone would be the difference to all.
  expect(rows).toEqual([{ label: 'A', count: 20, share: 20 / 31 }])
  expect(few).toEqual(['B', 'C'])
  expect(answerFigures(one, counted({ a: 2, b: 1 }), 3, 'en')).toMatchObject({ rows: [], few: ['A', 'B'] })
})

it('of several answers each stands or falls alone, in the order of the choices', () => {
  const several = questionOf({ kind: 'several', choices: choicesOf('a', 'b', 'c') })
  const { rows, few } = answerFigures(several, counted({ c: 12, a: 5, b: 4 }), 12, 'en')
  expect(rows.map(({ label, count, share }) => [label, count, share])).toEqual([
    ['A', 5, 5 / 12],
    ['C', 12, 1],
  ])
  expect(few).toEqual(['B'])
})

it('numbers are added up once five were given', () => {
  const number = questionOf({ kind: 'number' })
  expect(answerFigures(number, counted({ '1.5': 2, '3': 3 }), 5, 'en').sum).toBe(12)
  expect(answerFigures(number, counted({ '3': 4 }), 4, 'en').sum).toBeNull()
})
