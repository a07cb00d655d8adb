import type { ConditionTerm, QuestionCondition } from '#db/schema/questions/question-content.ts'

/** What decides whether a question is asked. */
export type AskingRule = { code: string; categories: readonly string[]; condition: QuestionCondition | null }
/** What was answered so far, by the codes of the questions. */
export type Said = Readonly<Record<string, readonly string[]>>
/** Of whom it is asked: the code of their guest category (none yet while they choose), and their language. */
export type Guest = { category: string; language: string }

export const aboutCategory = '@category'
export const aboutLanguage = '@language'

/**
 * The one rule of what is asked, for the form with script and without, the server, and whatever else brings answers: the
 * questions in their order that this guest is asked after what they said. Of what is not asked nothing is known, whatever
 * was typed into it before it was hidden; what depends on it is not asked either.
 */
export function askedQuestions<Q extends AskingRule>(questions: readonly Q[], said: Said, guest: Guest): Q[] {
  const known = new Map<string, readonly string[]>([
    [aboutCategory, [guest.category].filter(Boolean)],
    [aboutLanguage, [guest.language].filter(Boolean)],
  ])
  return questions.filter((question) => {
    const isFor = question.categories.length === 0 || question.categories.includes(guest.category)
    if (!isFor || !holds(question.condition, known)) return false
    const own = Object.hasOwn(said, question.code) ? (said[question.code] ?? []) : []
    known.set(question.code, saidIn(own))
    return true
  })
}

function holds(condition: QuestionCondition | null, known: ReadonlyMap<string, readonly string[]>): boolean {
  if (!condition || condition.terms.length === 0) return true
  const isTrue = (term: ConditionTerm) => termHolds(term, known.get(term.about))
  return condition.join === 'all' ? condition.terms.every(isTrue) : condition.terms.some(isTrue)
}

function termHolds({ test, value }: ConditionTerm, said: readonly string[] | undefined): boolean {
  if (!said) return false
  if (test === 'empty') return said.length === 0
  if (said.length === 0) return false
  if (test === 'answered') return true
  if (test === 'is') return said.includes(value)
  if (test === 'is-not') return !said.includes(value)
  const [number, bound] = [numberIn(said[0] ?? ''), numberIn(value)]
  if (number === null || bound === null) return false
  return test === 'at-least' ? number >= bound : number <= bound
}

// A line of nothing but spaces, joiners and loose marks shows nothing, so it says nothing.
const seen = /[^\s\p{Z}\p{C}\p{M}]/u

/** What of the values of a field says something. */
export function saidIn(values: readonly string[]): string[] {
  return values.filter((value) => seen.test(value)).map((value) => value.trim())
}

/** A number as people type it, with a decimal point or comma; null when it is none. */
export function numberIn(text: string): number | null {
  return /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null
}
