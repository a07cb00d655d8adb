import { expect, test } from 'vitest'
import { isOlderAnswer, isSameAnswer } from './answer-order.ts'

const at = (second: number) => new Date(Date.UTC(2027, 2, 1, 10, 0, second, 400))
const asked = { answeredAt: null, answerSequence: null, answerStampedAt: null }
const byCalendar = { answeredAt: at(30), answerSequence: 2, answerStampedAt: at(20) }
const onPage = { answeredAt: at(30), answerSequence: null, answerStampedAt: null }
const stamp = (sequence: number, second: number) => ({ sequence, stampedAt: at(second) })

test.each([
  ['the first answer', asked, stamp(2, 25), false],
  ['one given later in the calendar', byCalendar, stamp(2, 25), false],
  ['one given earlier, come later', byCalendar, stamp(2, 19), true],
  ['one of the same second', byCalendar, { sequence: 2, stampedAt: new Date(at(20).getTime() - 300) }, false],
  ['one to a later version by a clock that is late', byCalendar, stamp(3, 19), false],
  ['a calendar older than the page', onPage, stamp(2, 25), true],
  ['a calendar newer than the page', onPage, stamp(2, 31), false],
] as const)('%s ', (_, known, given, expected) => {
  expect(isOlderAnswer(known, given)).toBe(expected)
})

const accepted = { answer: 'accepted', answerWay: 'calendar', answerNote: null } as const
const again = { answer: 'accepted', way: 'calendar', note: '' } as const

test.each([
  ['the same once more', again, true],
  ['the same with a word', { ...again, note: 'Vâng' }, false],
  ['the same on the page', { ...again, way: 'page' }, false],
  ['another', { ...again, answer: 'declined' }, false],
] as const)('%s', (_, given, expected) => {
  expect(isSameAnswer(accepted, given)).toBe(expected)
})
