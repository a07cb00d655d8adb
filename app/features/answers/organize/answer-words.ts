import { m } from '#app/paraglide/messages.js'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'

const answers: Record<CalendarAnswer, () => string> = {
  'needs-action': () => m['answers.answer.needs-action'](),
  accepted: () => m['answers.answer.accepted'](),
  declined: () => m['answers.answer.declined'](),
  tentative: () => m['answers.answer.tentative'](),
}

const ways: Record<AnswerWay, () => string> = {
  calendar: () => m['answers.answer.by-calendar'](),
  page: () => m['answers.answer.by-page'](),
  assistant: () => m['answers.answer.by-assistant'](),
  organizer: () => m['answers.answer.by-organizer'](),
}

const reasons: Record<string, () => string> = {
  unproven: () => m['answers.review.why-unproven'](),
  'other-address': () => m['answers.review.why-other-address'](),
  delegated: () => m['answers.review.why-delegated'](),
  ahead: () => m['answers.review.why-ahead'](),
  'no-time': () => m['answers.review.why-no-time'](),
  'words-only': () => m['answers.review.why-words-only'](),
  stale: () => m['answers.review.why-stale'](),
  older: () => m['answers.review.why-older'](),
  withdrawn: () => m['answers.review.why-withdrawn'](),
  foreign: () => m['answers.review.why-foreign'](),
  'no-answer': () => m['answers.review.why-no-answer'](),
  'other-method': () => m['answers.review.why-other-method'](),
  answer: () => m['answers.review.was-answer'](),
  proposal: () => m['answers.review.was-proposal'](),
}

export const answerName = (answer: CalendarAnswer) => answers[answer]()
export const wayName = (way: AnswerWay) => ways[way]()
/** Why a mail was held or passed over, or what it was. */
export const reasonWords = (reason: string) => reasons[reason]?.() ?? m['answers.review.why-other']()
