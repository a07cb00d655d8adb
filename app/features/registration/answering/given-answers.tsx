import { fileNameIn } from '#app/features/questions/domain/files/file-answer.ts'
import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'

type Shown = { code: string; asked: string; shown: string; lang: string; isFile: boolean }

/** Answers in the words in which they were asked and given, in the order of the questions. */
export function shownAnswers(answers: GivenAnswers, questions: readonly { code: string }[]): Shown[] {
  const place = new Map(questions.map(({ code }, at) => [code, at]))
  return Object.entries(answers)
    .map(([code, { values, asked, shown, lang }]) => {
      const isFile = fileNameIn(values[0] ?? '') !== null
      return { code, asked, shown, lang, isFile }
    })
    .sort((a, b) => (place.get(a.code) ?? questions.length) - (place.get(b.code) ?? questions.length))
}

/** `path` is the page of the registration, below which its files lie. */
export function AnswerList({ answers, path }: { answers: readonly Shown[]; path: string }) {
  return (
    <DescriptionList
      entries={answers.map(({ code, asked, shown, lang, isFile }) => ({
        key: code,
        term: <span lang={lang}>{asked}</span>,
        value: isFile ? (
          <a href={`${path}/files/${code}`} download translate="no">
            {shown}
          </a>
        ) : (
          <span className="written" lang={lang}>
            {shown}
          </span>
        ),
      }))}
    />
  )
}
