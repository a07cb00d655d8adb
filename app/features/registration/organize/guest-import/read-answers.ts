import { answersToStore, type Posted, parseAnswers } from '#app/features/questions/domain/parse-answers.ts'
import type { GivenAnswers, Question } from '#app/features/questions/domain/question-details.ts'
import { questionHeaded, valuesIn } from '#app/features/questions/domain/written-answers.ts'
import { type Locale, questionMoments } from '#app/shared/vocabulary.ts'

type Column = { name: string; field: string | null }
type Row = { line: number; cells: string[] }
type Guest = { category: string; language: Locale }
/** Answers of one line; or the question whose cell holds none, and why. */
export type LineAnswers =
  | { answers: GivenAnswers; missing: string[] }
  | { question: Question; message: string }

/** The columns of a table that hold answers, and what they come to for each line: by the rule of the form itself. */
export function answerColumns(
  table: { columns: readonly Column[]; rows: readonly Row[] } | null,
  questions: readonly Question[],
  at: Date,
) {
  const columns = (table?.columns ?? []).map(({ name, field }) =>
    field ? undefined : questionHeaded(name, questions),
  )
  const rows = new Map(table?.rows.map(({ line, cells }) => [line, cells]))
  const optional = questions.map((question) => ({ ...question, isRequired: false }))
  return {
    questions: columns.flatMap((question) => question ?? []),
    of(line: number, guest: Guest): LineAnswers {
      const values: Posted['values'] = {}
      rows.get(line)?.forEach((cell, place) => {
        const question = columns[place]
        if (question) values[question.code] = valuesIn(question, cell)
      })
      const parsed = parseAnswers(optional, { values, shown: null }, guest, { moments: questionMoments })
      const [fault] = Object.entries(parsed.faults)
      const question = fault && questions.find(({ code }) => code === fault[0])
      if (fault && question) return { question, message: fault[1] }
      const answers = answersToStore(questions, parsed, { guest, moments: questionMoments, at })
      const isMissing = ({ code, moment, isRequired }: Question) =>
        isRequired && moment === 'registration' && parsed.asked.includes(code) && !(code in answers)
      return { answers, missing: questions.filter(isMissing).map(({ code }) => code) }
    },
  }
}
