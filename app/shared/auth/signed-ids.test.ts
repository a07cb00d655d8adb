import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readSignedIds, signedIds } from './signed-ids.server.ts'

const [one, two] = [randomUUID(), randomUUID()]
const token = signedIds('leave', one, two)

it('names the same rows whenever it is made', () => {
  expect(signedIds('leave', one, two)).toBe(token)
  expect(readSignedIds('leave', token, 2)).toEqual([one, two])
})

it.each([
  ['for another purpose', 'read', token, 2],
  ['of other rows', 'leave', signedIds('leave', two, one).slice(0, 20) + token.slice(20), 2],
  [
    'with one letter changed',
    'leave',
    `${token.slice(0, -3)}${token.at(-3) === 'A' ? 'B' : 'A'}${token.slice(-2)}`,
    2,
  ],
  ['cut short', 'leave', token.slice(0, -4), 2],
  ['with something behind it', 'leave', `${token}AA`, 2],
  ['of fewer rows', 'leave', signedIds('leave', one), 2],
  ['that is none', 'leave', '', 1],
  ['in another alphabet', 'leave', token.replace(/.$/, '='), 2],
])('opens nothing with a token %s', (_, purpose, given, count) => {
  expect(readSignedIds(purpose, given, count)).toBeNull()
})
