import type {
  NewQuestion,
  Question,
  QuestionDetails,
} from '#app/features/questions/domain/question-details.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import type { QuestionKind } from '#app/shared/vocabulary.ts'
import { choiceOf, termOf } from './condition-choices.ts'
import type { QuestionForm } from './question-form.schema.ts'

/** The stored question as its form shows it. */
export function questionFormValues(question: Question): FormValues {
  const { label, help, moment, isRequired, categories, choices, texts, condition } = question
  const row = <T>(values: readonly T[], valuesOf: (value: T) => FormValues): FormValues =>
    Object.fromEntries(values.map((value, at) => [String(at), valuesOf(value)]))
  return {
    label: inBoth(label),
    help: inBoth(help),
    moment,
    isRequired: isRequired ? 'on' : '',
    categories: Object.fromEntries(categories.map((code) => [code, 'on'])),
    choices: row(choices, (choice) => ({
      code: choice.code,
      ...inBoth(choice.label),
      isRetired: choice.isRetired ? 'on' : '',
    })),
    text: inBoth(texts.at(-1)?.text),
    join: condition?.join ?? 'all',
    terms: row(condition?.terms ?? [], (term) => ({
      what: choiceOf(term),
      value: term.test === 'at-least' || term.test === 'at-most' ? term.value : '',
    })),
  }
}

/** What was written in the form. Rows that were left empty are none. */
export function questionDetailsOf(form: QuestionForm): QuestionDetails {
  const { label, help, moment, isRequired, text, join } = form
  const terms = inOrder(form.terms).flatMap(({ what, value }) => termOf(what, value) ?? [])
  return {
    label,
    help,
    moment,
    isRequired,
    text,
    categories: Object.keys(form.categories).filter((code) => form.categories[code]),
    choices: inOrder(form.choices)
      .filter(({ vi, en }) => vi !== '' || en !== '')
      .map(({ code, vi, en, confirmed, isRetired }) => ({ code, label: { vi, en, confirmed }, isRetired })),
    condition: terms.length > 0 ? { join, terms } : null,
  }
}

export function newQuestionOf(kind: QuestionKind, form: QuestionForm): NewQuestion {
  return Object.assign(questionDetailsOf(form), { kind })
}

function inOrder<T>(rows: Record<string, T>): T[] {
  return Object.entries(rows)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, row]) => row)
}
