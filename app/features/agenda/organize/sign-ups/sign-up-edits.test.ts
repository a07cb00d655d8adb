import { expect, it } from 'vitest'
import { signUpEdits } from './sign-up-edits.ts'

const sessions = [
  { id: 'a', signUp: false, capacity: null },
  { id: 'b', signUp: true, capacity: 20 },
]
const was = { a: ':', b: 'on:20' }
const nothing = { on: {}, seats: {}, was, all: null }

it.each([
  ['leaves what is as it was', { ...nothing, on: { b: true }, seats: { b: 20 } }, [], []],
  [
    'opens one with the number for all',
    { ...nothing, on: { a: true, b: true }, seats: { b: 20 }, all: 30 },
    [['a', { signUp: true, capacity: 30 }]],
    [],
  ],
  [
    'keeps a number of its own',
    { ...nothing, on: { a: true, b: true }, seats: { a: 5, b: 20 }, all: 30 },
    [['a', { signUp: true, capacity: 5 }]],
    [],
  ],
  [
    'closes one, and keeps its seats',
    { ...nothing, seats: { b: 20 } },
    [['b', { signUp: false, capacity: 20 }]],
    [],
  ],
  [
    'opens none without a number',
    { ...nothing, on: { a: true, b: true }, seats: { b: 20 } },
    [['a', { signUp: true, capacity: null }]],
    ['a'],
  ],
  ['knows none that the form did not have', { ...nothing, was: {}, on: { a: true } }, [], []],
] as const)('%s', (_, typed, changed, missing) => {
  const { edits, missing: without } = signUpEdits(sessions, typed)
  expect(edits.map(({ sessionId, set }) => [sessionId, set])).toEqual(changed)
  expect(without).toEqual(missing)
})
