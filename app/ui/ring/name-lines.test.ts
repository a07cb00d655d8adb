import { expect, it } from 'vitest'
import { nameLines } from './name-lines.ts'

it.each([
  ['Nguyễn Hoàng Nguyên', 100, { lines: ['Nguyễn', 'Hoàng Nguyên'], size: 13 }],
  ['Michael Dukakis', 100, { lines: ['Michael', 'Dukakis'], size: 13 }],
  ['Mars', 100, { lines: ['Mars'], size: 13 }],
  ['Meg Montagnino', 62, { lines: ['Meg', 'Montagnino'], size: 11.3 }],
  ['Wolfeschlegelsteinhausen', 50, { lines: ['Wolfeschlegelsteinhausen'], size: 9.5 }],
])('%s in %d', (name, room, expected) => {
  expect(nameLines(name, room)).toEqual(expected)
})
