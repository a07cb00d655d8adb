import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { Question } from './domain/question-details.ts'
import { shownAnswer } from './domain/shown-answer.ts'

export type AnswerChoice = { label: string; options: { value: string; label: string }[] }

/** By which answers a list can be narrowed, as choices of a list: `code=value`, and `code=` for who gave none. */
export function answerChoices(questions: readonly Question[], locale: Locale): AnswerChoice[] {
  return questions.map((question) => ({
    label: textIn(question.label, locale),
    options: [
      ...valuesOf(question).map((value) => ({
        value: `${question.code}=${value}`,
        label: shownAnswer(question, [value], locale),
      })),
      { value: `${question.code}=`, label: m['questions.list.unanswered']() },
    ],
  }))
}

function valuesOf({ kind, choices, texts }: Question): string[] {
  if (kind === 'yes-no') return ['yes', 'no']
  if (kind === 'agreement') return texts.map(({ version }) => String(version))
  return choices.map(({ code }) => code)
}
