import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'

/** When the answer that counts was given, by a calendar's own clock where a calendar gave it. */
export type AnswerTime = {
  answeredAt: Date | null
  answerSequence: number | null
  answerStampedAt: Date | null
}
type Stored = AnswerTime & {
  sequence: number
  cancelledAt: Date | null
  answer: CalendarAnswer
  answerWay: AnswerWay | null
  answerNote: string | null
}
type Given = { answer: CalendarAnswer; way: AnswerWay; note: string; stamp: CalendarStamp | null }
/** Of an answer that a calendar sent, its owner's or the assistant's: which version it answers, and when. */
export type CalendarStamp = { sequence: number; stampedAt: Date }

/**
 * Whether an answer counts (RFC 5546 2.1.5). A calendar's answer to an older version is stale, and so is one given
 * before the answer we have. Answers on a page or by telephone are given now.
 */
export function answerOutcome(stored: Stored, given: Given): 'recorded' | 'repeated' | 'stale' | 'cancelled' {
  if (stored.cancelledAt) return 'cancelled'
  if (given.stamp) {
    if (given.stamp.sequence < stored.sequence || isOlderAnswer(stored, given.stamp)) return 'stale'
  }
  const isSame =
    stored.answer === given.answer &&
    stored.answerWay === given.way &&
    (stored.answerNote ?? '') === given.note
  return isSame ? 'repeated' : 'recorded'
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
