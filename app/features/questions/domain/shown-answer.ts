import { m } from '#app/paraglide/messages.js'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { fileNameIn } from './files/file-answer.ts'
import type { Question } from './question-details.ts'

/** An answer in words: labels for codes, a day as it is written in the language. */
export function shownAnswer({ kind, choices }: Question, values: readonly string[], locale: Locale): string {
  const [value = ''] = values
  if (kind === 'one' || kind === 'several') {
    const labels = values.map((code) => {
      const choice = choices.find((one) => one.code === code)
      return choice ? readPlain(choice.label, locale).text : code
    })
    return labels.join(', ')
  }
  if (kind === 'yes-no')
    return value === 'yes'
      ? m['questions.answer.yes']({}, { locale })
      : m['questions.answer.no']({}, { locale })
  if (kind === 'agreement') return m['questions.answer.agreed']({ version: value }, { locale })
  if (kind === 'number') return value.replace('.', locale === 'vi' ? ',' : '.')
  if (kind === 'date') return formatDay(new Date(`${value}T12:00:00Z`), 'UTC', locale)
  return (kind === 'file' && fileNameIn(value)) || value
}
