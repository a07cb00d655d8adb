import type { Question } from '#app/features/questions/domain/question-details.ts'
import { shownAnswer } from '#app/features/questions/domain/shown-answer.ts'
import { languageNames } from '#app/features/registration/attendee-fields.tsx'
import type { ExportedRow } from '#app/features/registration/domain/list/export-registrations.server.ts'
import { stateWord } from '#app/features/registration/registration-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import { plainClock } from '#app/shared/time/zone-clock.ts'
import type { Locale } from '#app/shared/vocabulary.ts'

/** An export as a spreadsheet has it: the words of its columns, a width for each, and the cells of a row as text. */
export type ExportSheet = {
  name: string
  header: string[]
  widths: number[]
  cells: (row: ExportedRow) => string[]
}

type ForEvent = { timeZone: string; questions: readonly Question[]; address: string }

/**
 * The sheet in one language, by the event's clock. The language is given: a stream outlives its request's. `address` is that
 * of the list, below which guests' files lie.
 */
export function exportSheet(locale: Locale, { timeZone, questions, address }: ForEvent): ExportSheet {
  const said = { locale }
  const columns: [string, number, (row: ExportedRow) => string][] = [
    [m['registration.list.name']({}, said), 28, (row) => row.name],
    [m['registration.list.email']({}, said), 32, (row) => row.email],
    [m['registration.list.organization']({}, said), 28, (row) => row.affiliation],
    [m['registration.list.position']({}, said), 22, (row) => row.jobTitle],
    [m['registration.list.category']({}, said), 18, (row) => textIn(row.category, locale)],
    [m['registration.list.state']({}, said), 20, (row) => stateWord(row.state, row.addressAsked, locale)],
    [m['registration.list.language']({}, said), 12, (row) => languageNames[row.language]],
    [
      `${m['registration.list.arrived']({}, said)} (${timeZone})`,
      26,
      (row) => plainClock(row.createdAt, timeZone),
    ],
    [m['registration.detail.reason-given']({}, said), 32, (row) => row.reason ?? ''],
    [m['registration.guest.vip-short']({}, said), 6, (row) => (row.isVip ? '✓' : '')],
    [m['registration.guest.tags']({}, said), 24, (row) => row.tags.join(', ')],
    [m['registration.beyond.short']({}, said), 14, (row) => (row.isBeyond ? '✓' : '')],
    [m['registration.companions.title']({}, said), 14, (row) => String(row.companions)],
    [m['registration.companions.names']({}, said), 32, (row) => row.companionNames.join(', ')],
    ...questions.map((question): [string, number, (row: ExportedRow) => string] => [
      textIn(question.label, locale),
      24,
      ({ id, answers }) => {
        const given = ownValue(answers, question.code)
        const shown = given ? shownAnswer(question, given.values, locale) : ''
        return shown && question.kind === 'file' ? `${shown} ${address}/${id}/files/${question.code}` : shown
      },
    ]),
  ]
  return {
    name: m['registration.list.title']({}, said),
    header: columns.map(([header]) => header),
    widths: columns.map(([, width]) => width),
    cells: (row) => columns.map(([, , cell]) => cell(row)),
  }
}
