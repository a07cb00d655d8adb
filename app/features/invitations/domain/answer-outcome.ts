import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'

type Stored = {
  sequence: number
  cancelledAt: Date | null
  answer: CalendarAnswer
  answerWay: AnswerWay | null
  answerNote: string | null
  answeredAt: Date | null
  answerStampedAt: Date | null
}
type Given = { answer: CalendarAnswer; way: AnswerWay; note: string; sequence?: number; stampedAt: Date }

/**
 * Whether an answer counts (RFC 5546 2.1.5). A calendar's answer to an older version is stale, and so is one given
 * before the answer we have; calendars stamp whole seconds. Answers on a page or by telephone are given now.
 */
export function answerOutcome(stored: Stored, given: Given): 'recorded' | 'repeated' | 'stale' | 'cancelled' {
  if (stored.cancelledAt) return 'cancelled'
  if (given.way === 'calendar') {
    if ((given.sequence ?? 0) < stored.sequence) return 'stale'
    const last = stored.answerStampedAt ?? stored.answeredAt
    if (last && seconds(given.stampedAt) < seconds(last)) return 'stale'
  }
  const isSame =
    stored.answer === given.answer &&
    stored.answerWay === given.way &&
    (stored.answerNote ?? '') === given.note
  return isSame ? 'repeated' : 'recorded'
}

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
