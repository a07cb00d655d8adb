import { expect, it } from 'vitest'
import { askOf, mayResend } from './asking.ts'

const now = new Date('2026-11-30T08:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const waiting = { state: 'waiting' as const, mailedAt: ago(30), resentAt: null }

it.each([
  ['a new address', null, null, { begins: true, mail: 'asked' }],
  ['a known address that was asked about another list today', null, ago(23), { begins: true, mail: null }],
  ['the same a day later', null, ago(24), { begins: true, mail: 'asked' }],
  ['who waits since today', waiting, ago(1), { begins: false, mail: null }],
  ['who waits since yesterday', waiting, ago(30), { begins: false, mail: 'again' }],
  ['who was asked twice', { ...waiting, resentAt: ago(40) }, ago(40), { begins: false, mail: null }],
  ['who waits and was never mailed', { ...waiting, mailedAt: null }, null, { begins: false, mail: 'asked' }],
  [
    'who is on the list',
    { ...waiting, state: 'confirmed' as const },
    ago(30),
    { begins: false, mail: 'known' },
  ],
  [
    'who is on it and asks often',
    { ...waiting, state: 'confirmed' as const },
    ago(2),
    { begins: false, mail: null },
  ],
  [
    'who left',
    { ...waiting, state: 'left' as const, resentAt: ago(99) },
    ago(30),
    { begins: true, mail: 'asked' },
  ],
])('%s', (_, standing, askedAt, expected) => {
  expect(askOf(standing, { askedAt }, now)).toEqual(expected)
})

it.each([
  ['once, after a day', waiting, ago(30), true],
  ['not on the same day', waiting, ago(3), false],
  ['not a third time', { ...waiting, resentAt: ago(48) }, ago(48), false],
  ['not to who confirmed', { ...waiting, state: 'confirmed' as const }, ago(30), false],
  ['not to who left', { ...waiting, state: 'left' as const }, ago(30), false],
  ['to an import that was never mailed', { ...waiting, mailedAt: null }, null, true],
])('an organizer may ask again %s', (_, standing, askedAt, expected) => {
  expect(mayResend(standing, { askedAt }, now)).toBe(expected)
})
