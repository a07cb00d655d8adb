import { searchable } from '#app/shared/searchable.ts'
import type { Question } from './question-details.ts'

/** The question that a column of a list is headed by: by its words in either language, or by its code. */
export function questionHeaded(header: string, questions: readonly Question[]): Question | undefined {
  const words = searchable(header)
  if (words === '') return undefined
  return questions.find(({ code, kind, label }) => {
    const own = [code, label.vi ?? '', label.en ?? ''].map(searchable)
    return kind !== 'file' && own.includes(words)
  })
}

const yes = /^(?:yes|y|x|co|dung|dong y|agreed|agree|true|1)$/
const no = /^(?:no|n|khong|khong co|false|0)$/

/** What a cell says, as a form would send it: choices by their words, yes and no in either language, days as they are written. */
export function valuesIn(question: Question, cell: string): string[] {
  const text = cell.trim()
  if (text === '' || question.kind === 'file') return []
  switch (question.kind) {
    case 'one':
      return [choiceOf(question, text)]
    case 'several':
      return severalIn(question, text)
    case 'yes-no':
      return [yesOrNo(text)]
    case 'agreement': {
      const said = yesOrNo(text)
      if (said === 'no') return []
      return [said === 'yes' ? String(question.texts.at(-1)?.version) : text]
    }
    case 'date':
      return [dayIn(text)]
    default:
      return [text]
  }
}

function yesOrNo(text: string): string {
  const words = searchable(text)
  if (yes.test(words) || /^[✓✔☑]$/u.test(text)) return 'yes'
  return no.test(words) ? 'no' : text
}

/** The choice that is meant, or the words as they stand, which are none of them. */
function choiceOf({ choices }: Question, text: string): string {
  const words = searchable(text)
  const meant = choices.find(({ code, label }) =>
    [code, label.vi ?? '', label.en ?? ''].map(searchable).includes(words),
  )
  return meant?.code ?? text
}

/** Choices one after another; a label that holds a comma itself is met whole first. */
function severalIn(question: Question, text: string): string[] {
  const whole = choiceOf(question, text)
  if (whole !== text || question.choices.some(({ code }) => code === text)) return [whole]
  const parts = text.split(text.includes(';') || text.includes('\n') ? /[;\n]/ : /,/)
  return parts.map((part) => part.trim()).flatMap((part) => (part ? [choiceOf(question, part)] : []))
}

/** 2027-03-11, or 11/3/2027 as days are written here. */
function dayIn(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}
