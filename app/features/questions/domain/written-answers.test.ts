import { expect, it } from 'vitest'
import { choicesOf, questionOf } from '#tests/factories/questions.ts'
import { questionHeaded, valuesIn } from './written-answers.ts'

const label = (vi: string, en: string) => ({ vi, en })

it.each([
  ['Ăn chay?', 'veg'],
  ['an chay', 'veg'],
  ['VEGETARIAN', 'veg'],
  ['veg', 'veg'],
  ['Tiểu sử', undefined],
  ['', undefined],
  ['Phone', undefined],
])('a column headed “%s” holds answers to %s', (header, code) => {
  const questions = [
    questionOf({ code: 'veg', kind: 'yes-no', label: label('Ăn chay?', 'Vegetarian?') }),
    questionOf({ code: 'cv', kind: 'file', label: label('Tiểu sử', 'CV') }),
  ]
  expect(questionHeaded(header, questions)?.code).toBe(code)
})

const choices = choicesOf('a', 'b').map((one, at) => ({
  ...one,
  label: at === 0 ? label('Cá', 'Fish') : label('Gà, vịt', 'Poultry'),
}))

it.each([
  ['yes-no', 'Có', ['yes']],
  ['yes-no', '✓', ['yes']],
  ['yes-no', 'không', ['no']],
  ['yes-no', 'maybe', ['maybe']],
  ['one', 'fish', ['a']],
  ['one', 'Gà, vịt', ['b']],
  ['one', 'beef', ['beef']],
  ['several', 'Cá; gà, vịt', ['a', 'b']],
  ['several', 'Gà, vịt', ['b']],
  ['several', 'a, beef', ['a', 'beef']],
  ['agreement', 'Yes', ['2']],
  ['agreement', 'no', []],
  ['date', '1/2/2027', ['2027-02-01']],
  ['date', '2027-02-01', ['2027-02-01']],
  ['number', '1,5', ['1,5']],
  ['short', '  hai từ ', ['hai từ']],
  ['short', ' ', []],
  ['file', 'cv.pdf', []],
] as const)('a cell of kind %s that says “%s” is %o', (kind, cell, values) => {
  const texts = [1, 2].map((version) => ({ version, text: {}, at: '2025-01-01T00:00:00Z' }))
  expect(valuesIn(questionOf({ kind, choices, texts }), cell)).toEqual(values)
})
