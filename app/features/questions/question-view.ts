import { readPlain } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { Question } from './domain/question-details.ts'

/** A question as a form in one language asks it, with the rule by which it is asked. */
export function questionView(question: Question, locale: Locale, given: readonly string[] = []) {
  const { code, kind, label, help, isRequired, choices, texts, categories, condition } = question
  const agreed = texts.find(({ version }) => given.includes(String(version))) ?? texts.at(-1)
  return {
    code,
    kind,
    label: readPlain(label, locale),
    help: readPlain(help, locale),
    isRequired,
    choices: choices
      .filter((choice) => !choice.isRetired || given.includes(choice.code))
      .map((choice) => ({ code: choice.code, label: readPlain(choice.label, locale) })),
    agreed: agreed && { version: String(agreed.version), text: readPlain(agreed.text, locale) },
    rule: { code, categories, condition },
  }
}

export type QuestionView = ReturnType<typeof questionView>
