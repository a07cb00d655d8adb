import { aboutCategory, aboutLanguage } from '#app/features/questions/domain/asked-questions.ts'
import type { ConditionTerm, Question } from '#app/features/questions/domain/question-details.ts'
import { testsOf } from '#app/features/questions/domain/question-rules.ts'
import { m } from '#app/paraglide/messages.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { type ConditionTest, conditionTests, type Locale, locales } from '#app/shared/vocabulary.ts'

export const languageLabels = { vi: 'Tiếng Việt', en: 'English' } as const

type Group = { label: string; options: { value: string; label: string }[] }
type Earlier = Pick<Question, 'code' | 'kind' | 'label' | 'choices'>
type Category = { code: string; name: TranslatedText }

/** A condition as one choice of a list: what it is about, what is said of it, and of which answer. */
export function choiceOf({ about, test, value }: ConditionTerm): string {
  return [about, test, test === 'at-least' || test === 'at-most' ? '' : value].join('|')
}

/** The condition that such a choice means; numbers are typed beside it. Nothing when it is none. */
export function termOf(chosen: string, typed: string): ConditionTerm | null {
  const [about = '', test = '', value = ''] = chosen.split('|')
  const known = conditionTests.find((one) => one === test)
  if (about === '' || !known) return null
  return { about, test: known, value: known === 'at-least' || known === 'at-most' ? typed : value }
}

/** All that a condition can be: of each earlier question what can be said of its answers, of the category and the language. */
export function conditionChoices(
  earlier: readonly Earlier[],
  categories: readonly Category[],
  locale: Locale,
): Group[] {
  const known = (about: string, answers: { value: string; answer: string }[]) =>
    (['is', 'is-not'] as const).flatMap((test) =>
      answers.map(({ value, answer }) => ({
        value: choiceOf({ about, test, value }),
        label: testText(test, answer),
      })),
    )
  const ofCategories = categories.map(({ code, name }) => ({ value: code, answer: textIn(name, locale) }))
  const ofLanguages = locales.map((value) => ({ value, answer: languageLabels[value] }))
  return [
    ...earlier.map((question) => ({
      label: textIn(question.label, locale),
      options: testsOf[question.kind].flatMap((test) => choicesOfTest(question, test, locale)),
    })),
    ...(categories.length > 1
      ? [{ label: m['questions.about.category'](), options: known(aboutCategory, ofCategories) }]
      : []),
    { label: m['questions.about.language'](), options: known(aboutLanguage, ofLanguages) },
  ]
}

function choicesOfTest(question: Earlier, test: ConditionTest, locale: Locale) {
  const { code: about } = question
  if (test !== 'is' && test !== 'is-not') {
    return [{ value: choiceOf({ about, test, value: '' }), label: testText(test, '…') }]
  }
  return answersOf(question, locale).map(({ value, answer }) => ({
    value: choiceOf({ about, test, value }),
    label: testText(test, answer),
  }))
}

function answersOf({ kind, choices }: Earlier, locale: Locale) {
  if (kind === 'yes-no') {
    return [
      { value: 'yes', answer: m['questions.answer.yes']() },
      { value: 'no', answer: m['questions.answer.no']() },
    ]
  }
  return choices.map(({ code, label }) => ({ value: code, answer: textIn(label, locale) }))
}

const testTexts: Record<ConditionTest, (answer: string) => string> = {
  is: (answer) => m['questions.test.is']({ answer }),
  'is-not': (answer) => m['questions.test.is-not']({ answer }),
  answered: () => m['questions.test.answered'](),
  empty: () => m['questions.test.empty'](),
  'at-least': (answer) => m['questions.test.at-least']({ answer }),
  'at-most': (answer) => m['questions.test.at-most']({ answer }),
}
const testText = (test: ConditionTest, answer: string) => testTexts[test](answer)

/** A condition in words: what it is about, and what is said of it. */
export function termText(
  term: ConditionTerm,
  questions: readonly Earlier[],
  categories: readonly Category[],
  locale: Locale,
): string {
  const { about, test, value } = term
  if (about === aboutCategory) {
    const named = categories.find(({ code }) => code === value)
    const answer = named ? textIn(named.name, locale) : value
    return `${m['questions.about.category']()} – ${testText(test, answer)}`
  }
  if (about === aboutLanguage) {
    return `${m['questions.about.language']()} – ${testText(test, value === 'vi' ? languageLabels.vi : languageLabels.en)}`
  }
  const question = questions.find(({ code }) => code === about)
  if (!question) return testText(test, value)
  const answer = answersOf(question, locale).find((one) => one.value === value)?.answer ?? value
  return `${textIn(question.label, locale)} – ${testText(test, answer)}`
}
