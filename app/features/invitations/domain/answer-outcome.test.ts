import { expect, test } from 'vitest'
import { answerOutcome } from './answer-outcome.ts'

const at = (second: number) => new Date(Date.UTC(2027, 2, 1, 10, 0, second, 400))
const asked = {
  sequence: 2,
  cancelledAt: null,
  answer: 'needs-action',
  answerWay: null,
  answerNote: null,
  answeredAt: null,
  answerSequence: null,
  answerStampedAt: null,
} as const
const accepted = {
  ...asked,
  answer: 'accepted',
  answerWay: 'calendar',
  answeredAt: at(30),
  answerSequence: 2,
  answerStampedAt: at(20),
} as const
const onPage = {
  ...accepted,
  answerWay: 'page',
  answerSequence: null,
  answerStampedAt: null,
} as const
const stamp = { sequence: 2, stampedAt: at(25) }
const reply = { answer: 'declined', way: 'calendar', note: '', stamp } as const
const toVersion = (sequence: number, second = 25) => ({
  ...reply,
  stamp: { sequence, stampedAt: at(second) },
})

test.each([
  ['the first answer', asked, reply, 'recorded'],
  ['an answer to an older version', asked, toVersion(1), 'stale'],
  ['an answer to version 0, said or not', asked, toVersion(0), 'stale'],
  ['one given later in the calendar', accepted, reply, 'recorded'],
  ['one given earlier, come later', accepted, toVersion(2, 19), 'stale'],
  [
    'one of the same second',
    accepted,
    { ...reply, stamp: { sequence: 2, stampedAt: new Date(at(20).getTime() - 300) } },
    'recorded',
  ],
  [
    'one to a later version by a clock that is late',
    { ...accepted, sequence: 3 },
    toVersion(3, 19),
    'recorded',
  ],
  ['the assistant’s calendar older than the page', onPage, { ...reply, way: 'assistant' }, 'stale'],
  ['the assistant’s page', onPage, { ...reply, way: 'assistant', stamp: null }, 'recorded'],
  ['the same once more', accepted, { ...reply, answer: 'accepted' }, 'repeated'],
  ['the same with a word', accepted, { ...reply, answer: 'accepted', note: 'Vâng' }, 'recorded'],
  ['a calendar older than the page', onPage, reply, 'stale'],
  ['a calendar newer than the page', onPage, toVersion(2, 31), 'recorded'],
  ['the page, whatever a calendar said', accepted, { ...reply, way: 'page', stamp: null }, 'recorded'],
  ['anything after a cancellation', { ...asked, cancelledAt: at(0) }, reply, 'cancelled'],
] as const)('%s', (_, stored, given, expected) => {
  expect(answerOutcome(stored, given)).toBe(expected)
})
