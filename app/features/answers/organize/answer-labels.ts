import { m } from '#app/paraglide/messages.js'

const reasons: Record<string, () => string> = {
  unproven: () => m['answers.review.why-unproven'](),
  'other-address': () => m['answers.review.why-other-address'](),
  delegated: () => m['answers.review.why-delegated'](),
  ahead: () => m['answers.review.why-ahead'](),
  'no-time': () => m['answers.review.why-no-time'](),
  'whole-days': () => m['answers.review.why-whole-days'](),
  'no-zone': () => m['answers.review.why-no-zone'](),
  'words-only': () => m['answers.review.why-words-only'](),
  stale: () => m['answers.review.why-stale'](),
  older: () => m['answers.review.why-older'](),
  withdrawn: () => m['answers.review.why-withdrawn'](),
  foreign: () => m['answers.review.why-foreign'](),
  'no-answer': () => m['answers.review.why-no-answer'](),
  'other-method': () => m['answers.review.why-other-method'](),
  answer: () => m['answers.review.was-answer'](),
  returned: () => m['answers.review.was-returned'](),
  complaint: () => m['answers.review.was-complaint'](),
  proposal: () => m['answers.review.was-proposal'](),
}

/** Why a mail was held or passed over, or what it was. */
export const reasonLabel = (reason: string) => reasons[reason]?.() ?? m['answers.review.why-other']()
