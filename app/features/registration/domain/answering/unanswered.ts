import { askedQuestions } from '#app/features/questions/domain/asked-questions.ts'
import type { GivenAnswers, Question } from '#app/features/questions/domain/question-details.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

type Guest = { registration: { answers: GivenAnswers; locale: Locale }; category: { code: string } }

/** Whether somebody is asked a thing after registration that they have not answered. */
export function isUnanswered({ registration, category }: Guest, questions: readonly Question[]): boolean {
  const { answers, locale } = registration
  const said = Object.fromEntries(Object.entries(answers).map(([code, { values }]) => [code, values]))
  const asked = askedQuestions(questions, said, { category: category.code, language: locale })
  return asked.some(({ code, moment }) => moment === 'afterwards' && !Object.hasOwn(answers, code))
}
