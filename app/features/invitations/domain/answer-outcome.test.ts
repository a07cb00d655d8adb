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
  answerStampedAt: null,
} as const
const accepted = {
  ...asked,
  answer: 'accepted',
  answerWay: 'calendar',
  answeredAt: at(30),
  answerStampedAt: at(20),
} as const
const onPage = { ...accepted, answerWay: 'page', answerStampedAt: null } as const
const reply = { answer: 'declined', way: 'calendar', note: '', sequence: 2, stampedAt: at(25) } as const

test.each([
  ['the first answer', asked, reply, 'recorded'],
  ['an answer to an older version', asked, { ...reply, sequence: 1 }, 'stale'],
  ['an answer to version 0, said or not', asked, { ...reply, sequence: 0 }, 'stale'],
  ['one given later in the calendar', accepted, reply, 'recorded'],
  ['one given earlier, come later', accepted, { ...reply, stampedAt: at(19) }, 'stale'],
  ['one of the same second', accepted, { ...reply, stampedAt: new Date(at(20).getTime() - 300) }, 'recorded'],
  ['the same once more', accepted, { ...reply, answer: 'accepted' }, 'repeated'],
  ['the same with a word', accepted, { ...reply, answer: 'accepted', note: 'Vâng' }, 'recorded'],
  ['a calendar older than the page', onPage, reply, 'stale'],
  ['a calendar newer than the page', onPage, { ...reply, stampedAt: at(31) }, 'recorded'],
  [
    'the page, whatever a calendar said',
    accepted,
    { ...reply, way: 'page', sequence: undefined },
    'recorded',
  ],
  ['anything after a cancellation', { ...asked, cancelledAt: at(0) }, reply, 'cancelled'],
] as const)('%s', (_, stored, { sequence, ...given }, expected) => {
  expect(answerOutcome(stored, { ...given, ...(sequence !== undefined && { sequence }) })).toBe(expected)
})
