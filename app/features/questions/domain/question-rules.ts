import { Refusal } from '#app/shared/errors.ts'
import type { ConditionTest, QuestionKind } from '#app/shared/vocabulary.ts'
import { aboutCategory, aboutLanguage, numberIn } from './asked-questions.ts'
import { type ConditionTerm, hasChoices, type Question, type QuestionDetails } from './question-details.ts'

/** What can be said of an earlier answer of each kind. */
export const testsOf: Record<QuestionKind, readonly ConditionTest[]> = {
  short: ['answered', 'empty'],
  long: ['answered', 'empty'],
  one: ['is', 'is-not', 'answered', 'empty'],
  several: ['is', 'is-not', 'answered', 'empty'],
  'yes-no': ['is', 'answered', 'empty'],
  number: ['at-least', 'at-most', 'answered', 'empty'],
  date: ['answered', 'empty'],
  agreement: ['answered', 'empty'],
  file: ['answered', 'empty'],
}

type Ordered = Pick<Question, 'code' | 'kind' | 'moment' | 'choices' | 'condition'>

/** Refuses an order in which a question stands before one that it depends on, or depends on one that is not there. */
export function checkConditions(questions: readonly Ordered[]): void {
  const earlier = new Map<string, Ordered>()
  for (const question of questions) {
    const terms = question.condition?.terms ?? []
    if (!terms.every((term) => isSensible(term, earlier.get(term.about)))) {
      throw new Refusal('question-order', 'state', { field: 'condition' })
    }
    earlier.set(question.code, question)
  }
}

function isSensible({ about, test, value }: ConditionTerm, earlier: Ordered | undefined): boolean {
  if (about === aboutCategory || about === aboutLanguage) return test === 'is' || test === 'is-not'
  if (!earlier || !testsOf[earlier.kind].includes(test)) return false
  if (test === 'answered' || test === 'empty') return true
  if (test === 'at-least' || test === 'at-most') return numberIn(value) !== null
  if (earlier.kind === 'yes-no') return value === 'yes' || value === 'no'
  return earlier.choices.some(({ code }) => code === value)
}

/** Refuses what no form can ask. */
export function checkQuestion(kind: QuestionKind, { choices, text, label }: QuestionDetails): void {
  if (!label.vi && !label.en) throw new Refusal('question-incomplete', 'invalid', { field: 'label' })
  if (hasChoices(kind) && choices.filter(({ isRetired }) => !isRetired).length < 2) {
    throw new Refusal('question-choices', 'invalid', { field: 'choices' })
  }
  if (kind === 'agreement' && !text.vi && !text.en) {
    throw new Refusal('question-incomplete', 'invalid', { field: 'text' })
  }
}
