import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'

type Shown = { code: string; asked: string; shown: string; lang: string }

/** Answers in the words in which they were asked and given, in the order of the questions. */
export function shownAnswers(answers: GivenAnswers, questions: readonly { code: string }[]): Shown[] {
  const place = new Map(questions.map(({ code }, at) => [code, at]))
  return Object.entries(answers)
    .map(([code, { asked, shown, lang }]) => ({ code, asked, shown, lang }))
    .sort((a, b) => (place.get(a.code) ?? questions.length) - (place.get(b.code) ?? questions.length))
}

export function AnswerList({ answers }: { answers: readonly Shown[] }) {
  return (
    <DescriptionList
      entries={answers.map(({ code, asked, shown, lang }) => ({
        key: code,
        term: <span lang={lang}>{asked}</span>,
        value: (
          <span className="written" lang={lang}>
            {shown}
          </span>
        ),
      }))}
    />
  )
}
