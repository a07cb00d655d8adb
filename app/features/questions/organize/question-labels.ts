import { m } from '#app/paraglide/messages.js'
import type { QuestionKind, QuestionMoment } from '#app/shared/vocabulary.ts'

export const questionKindNames: Record<QuestionKind, () => string> = {
  short: () => m['questions.kind.short'](),
  long: () => m['questions.kind.long'](),
  one: () => m['questions.kind.one'](),
  several: () => m['questions.kind.several'](),
  'yes-no': () => m['questions.kind.yes-no'](),
  number: () => m['questions.kind.number'](),
  date: () => m['questions.kind.date'](),
  agreement: () => m['questions.kind.agreement'](),
  file: () => m['questions.kind.file'](),
}

export const momentNames: Record<QuestionMoment, () => string> = {
  registration: () => m['questions.moment.registration'](),
  afterwards: () => m['questions.moment.afterwards'](),
  door: () => m['questions.moment.door'](),
}
