import type { QuestionKind, QuestionMoment } from '#app/shared/vocabulary.ts'
import type { QuestionCondition } from '#db/schema/questions/question-content.ts'
import type { question } from '#db/schema/questions/questions.ts'

export type {
  ConditionTerm,
  GivenAnswers,
  QuestionCondition,
} from '#db/schema/questions/question-content.ts'

export type Question = Omit<typeof question.$inferSelect, 'removedAt' | 'createdAt'>

/** A text in the two fields of a form. */
export type Written = { vi?: string | undefined; en?: string | undefined; confirmed?: boolean }

/** Everything about a question that organizers write. Without a code a choice is a new one. */
export type QuestionDetails = {
  label: Written
  help: Written
  isRequired: boolean
  moment: QuestionMoment
  categories: string[]
  choices: { code: string; label: Written; isRetired: boolean }[]
  /** What is agreed to. */
  text: Written
  condition: QuestionCondition | null
}
export type NewQuestion = QuestionDetails & { kind: QuestionKind }

export const hasChoices = (kind: QuestionKind) => kind === 'one' || kind === 'several'
