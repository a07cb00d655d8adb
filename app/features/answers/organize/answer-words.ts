import { m } from '#app/paraglide/messages.js'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'

const answers: Record<CalendarAnswer, () => string> = {
  'needs-action': () => m['organize.answer.needs-action'](),
  accepted: () => m['organize.answer.accepted'](),
  declined: () => m['organize.answer.declined'](),
  tentative: () => m['organize.answer.tentative'](),
}

const ways: Record<AnswerWay, () => string> = {
  calendar: () => m['organize.answer.by-calendar'](),
  page: () => m['organize.answer.by-page'](),
  assistant: () => m['organize.answer.by-assistant'](),
  organizer: () => m['organize.answer.by-organizer'](),
}

const reasons: Record<string, () => string> = {
  unproven: () => m['organize.answers.why-unproven'](),
  'other-address': () => m['organize.answers.why-other-address'](),
  delegated: () => m['organize.answers.why-delegated'](),
  ahead: () => m['organize.answers.why-ahead'](),
  'no-time': () => m['organize.answers.why-no-time'](),
  'words-only': () => m['organize.answers.why-words-only'](),
  stale: () => m['organize.answers.why-stale'](),
  older: () => m['organize.answers.why-older'](),
  withdrawn: () => m['organize.answers.why-withdrawn'](),
  foreign: () => m['organize.answers.why-foreign'](),
  'no-answer': () => m['organize.answers.why-no-answer'](),
  'other-method': () => m['organize.answers.why-other-method'](),
  answer: () => m['organize.answers.was-answer'](),
  proposal: () => m['organize.answers.was-proposal'](),
}

export const answerName = (answer: CalendarAnswer) => answers[answer]()
export const wayName = (way: AnswerWay) => ways[way]()
/** Why a mail was held or passed over, or what it was. */
export const reasonWords = (reason: string) => reasons[reason]?.() ?? m['organize.answers.why-other']()
