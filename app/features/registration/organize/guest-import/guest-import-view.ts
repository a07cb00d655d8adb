import type { Question } from '#app/features/questions/domain/question-details.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale, RegistrationState } from '#app/shared/vocabulary.ts'
import type { Imported } from '../../domain/many/register-list.server.ts'
import type { ReadGuest, readGuests, UnclearGuest } from './read-guests.ts'

type Source = {
  encoding: string | null
  isCertain: boolean
  questions: readonly Question[]
  locale: Locale
}
type What = Imported['what'] | 'unclear'

/** A list as its preview shows it: what needs an eye first, then the others in their order. */
export function guestImportView(
  { rows: read, table, answered }: ReturnType<typeof readGuests>,
  outcomes: readonly Imported[],
  source: Source,
) {
  let at = 0
  const { questions, locale } = source
  const rows = read.map((row) => rowView(row, 'guest' in row ? outcomes[at++] : undefined, locale))
  const headers = new Set(answered)
  const lacking = questions.flatMap((question) => {
    const count = read.filter((row) => 'missing' in row && row.missing.includes(question.code)).length
    return count > 0 ? [{ question: textIn(question.label, locale), count }] : []
  })
  const count = (what: What) => rows.filter((row) => row.what === what).length
  const isOpen = ({ what }: { what: What }) => what === 'unclear' || what === 'full'
  return {
    rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))],
    seated: count('seated'),
    waitlisted: count('waitlisted'),
    known: count('known'),
    full: count('full'),
    unclear: count('unclear'),
    /** The questions that the list answers, and those that it should and does not, for how many. */
    answered: [...headers].map(({ label }) => textIn(label, locale)),
    lacking,
    reading: table && {
      encoding: source.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns: table.columns,
      above: table.above.map(({ line }) => line),
      isUnsure: isUnsure(table, headers.size) || !source.isCertain,
    },
  }
}

type ReadTable = NonNullable<ReturnType<typeof readGuests>['table']>

/** Whether there are columns of which nothing is known; those of answers are no such. */
function isUnsure({ isUnsure, header, columns }: ReadTable, answering: number): boolean {
  if (!isUnsure || header === 0 || answering === 0) return isUnsure
  return columns.filter(({ field, samples }) => !field && samples.length > 0).length > answering
}

type RowView = Pick<ReadGuest, 'line' | 'name' | 'email'> & {
  what: What
  state: RegistrationState | null
  why?: UnclearGuest
  /** The line of a repeated address. */
  as?: number | undefined
  answer?: { question: string; message: string }
}

function rowView(row: ReadGuest, outcome: Imported | undefined, locale: Locale): RowView {
  const { line, name, email } = row
  const what: What = outcome?.what ?? 'unclear'
  const state = outcome?.what === 'known' ? outcome.state : null
  const at = { line, name, email, what, state }
  if (!('why' in row)) return at
  if (row.why !== 'answer') return { ...at, why: row.why, as: row.as }
  const answer = { question: textIn(row.question.label, locale), message: row.message }
  return { ...at, why: row.why, answer }
}

export type GuestImportView = ReturnType<typeof guestImportView>
