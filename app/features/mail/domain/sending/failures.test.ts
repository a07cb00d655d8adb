import { expect, test } from 'vitest'
import { calendarWithoutSecrets, withoutSecrets } from '../redaction.ts'
import { failureOf, Undeliverable, Unsent } from './failures.ts'
import { gapAfter, mostAttempts } from './retry.ts'

const error = (values: Record<string, unknown>, message = 'message') =>
  Object.assign(new Error(message), values)

test.each([
  ['the name is unknown', 'connecting', { code: 'EDNS' }, 'host'],
  ['nobody listens', 'connecting', { code: 'ESOCKET', command: 'CONN' }, 'host'],
  ['nobody greets', 'connecting', { code: 'ETIMEDOUT', command: 'CONN' }, 'host'],
  ['the line is cut before the greeting', 'connecting', { code: 'ECONNECTION', command: 'CONN' }, 'host'],
  [
    'the password is wrong',
    'connecting',
    { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
    'host',
  ],
  ['the host is busy', 'connecting', { code: 'EPROTOCOL', command: 'CONN', responseCode: 421 }, 'host'],
  [
    'the host ends a mail',
    'envelope',
    { code: 'ECONNECTION', command: 'CONN', responseCode: 421 },
    'temporary',
  ],
  [
    'the sender is refused',
    'envelope',
    { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 },
    'temporary',
  ],
  ['the recipient is greylisted', 'envelope', { code: 'EENVELOPE', responseCode: 451 }, 'temporary'],
  ['the recipient is unknown', 'envelope', { code: 'EENVELOPE', responseCode: 550 }, 'permanent'],
  ['the text is refused', 'text', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'permanent'],
  ['the line is cut in the envelope', 'envelope', { code: 'ECONNECTION', command: 'CONN' }, 'temporary'],
  ['the line is cut in the text', 'text', { code: 'ECONNECTION', command: 'CONN' }, 'temporary'],
  ['the line is reset in the text', 'text', { code: 'ESOCKET', command: 'CONN' }, 'temporary'],
  ['the line goes dead', 'text', { code: 'ETIMEDOUT', command: 'CONN' }, 'temporary'],
] as const)('when %s', (_what, stage, values, kind) => {
  expect(failureOf(new Unsent(stage, error(values))).kind).toBe(kind)
})

test('a failure of our own code is tried again', () => {
  expect(failureOf(error({})).kind).toBe('temporary')
})

test('what was lost in the text may have arrived, and is said so', () => {
  const cut = error({ code: 'ECONNECTION', command: 'CONN' })
  expect(failureOf(new Unsent('text', cut)).words).toBe('outcome-unknown')
  expect(failureOf(new Unsent('envelope', cut)).words).toBe('line-cut')
})

test('what nobody can send is permanent, and says why by a code', () => {
  expect(failureOf(new Undeliverable('event-gone'))).toEqual({ kind: 'permanent', words: 'event-gone' })
})

test('the answer of the host is kept in one line', () => {
  expect(failureOf(error({ response: '550-5.1.1 No\r\n550 such user' })).words).toBe(
    '550-5.1.1 No 550 such user',
  )
})

test('gaps grow to about two days in all, and end', () => {
  const gaps = Array.from({ length: mostAttempts }, (_, at) => gapAfter(at + 1, () => 0.5))
  expect(gaps.slice(0, 4)).toEqual([60_000, 300_000, 900_000, 3_600_000])
  expect(gaps.at(-1)).toBeNull()
  const hours = gaps.reduce<number>((sum, gap) => sum + (gap ?? 0), 0) / 3_600_000
  expect(hours).toBeGreaterThan(36)
  expect(hours).toBeLessThan(60)
})

test('secrets leave the kept text, also where a fold runs through them', () => {
  const secrets = [{ value: 'sEcret-token', shown: '•••' }]
  expect(withoutSecrets('a sEcret-token b sEcret-token', secrets)).toBe('a ••• b •••')
  expect(calendarWithoutSecrets('URL:x/sEcr\r\n et-token\r\n', secrets)).toBe('URL:x/•••\r\n')
  expect(calendarWithoutSecrets('SUMMARY:lo\r\n ng\r\n', secrets)).toBe('SUMMARY:lo\r\n ng\r\n')
})
