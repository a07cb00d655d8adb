import type { Question } from '#app/features/questions/domain/question-details.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { conditionChoices } from './condition-choices.ts'

type Category = { code: string; name: TranslatedText }

/** What the form of a question offers: the categories of the event, and conditions on what is asked before it. */
export function questionFormView(
  earlier: readonly Question[],
  categories: readonly Category[],
  locale: Locale,
) {
  return {
    categories: categories.map(({ code, name }) => ({ code, name: textIn(name, locale) })),
    conditions: conditionChoices(earlier, categories, locale),
    hasNumbers: earlier.some(({ kind }) => kind === 'number'),
  }
}

export type QuestionFormView = ReturnType<typeof questionFormView>
