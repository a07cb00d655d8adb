import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'

/** When the answer that counts was given, by a calendar's own clock where a calendar gave it. */
export type AnswerTime = {
  answeredAt: Date | null
  answerSequence: number | null
  answerStampedAt: Date | null
}
/** Of an answer that a calendar sent, its owner's or the assistant's: which version it answers, and when. */
export type CalendarStamp = { sequence: number; stampedAt: Date }
type Stored = { answer: CalendarAnswer; answerWay: AnswerWay | null; answerNote: string | null }
type Given = { answer: CalendarAnswer; way: AnswerWay; note: string }

/** Whether somebody says again, the same way, what they said. */
export function isSameAnswer(stored: Stored, given: Given): boolean {
  return (
    stored.answer === given.answer &&
    stored.answerWay === given.way &&
    (stored.answerNote ?? '') === given.note
  )
}

/**
 * Whether a calendar's answer was given before the one we have, be that one of a calendar or of a page. Calendars stamp
 * whole seconds: of two in one second the one that comes later counts. An answer to a later version is never older.
 */
export function isOlderAnswer(known: AnswerTime, { sequence, stampedAt }: CalendarStamp): boolean {
  const { answeredAt, answerSequence, answerStampedAt } = known
  if (answerStampedAt && answerSequence !== null && sequence > answerSequence) return false
  const last = answerStampedAt ?? answeredAt
  return last !== null && seconds(stampedAt) < seconds(last)
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
