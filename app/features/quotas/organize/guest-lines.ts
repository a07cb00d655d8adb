import { nameWords } from '#app/features/people/domain/name-parts.ts'
import { type ReadGuest, readGuests } from '#app/features/registration/organize/guest-import/read-guests.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { Invited } from '../domain/plan-invitations.ts'

const ofCategory =
  /^(category|guest category|pass|tu cach|tu cach tham du|hang khach|hang|loai khach|dien khach)$/

/** A list of guests line by line, each with the category that the list says in a column of its own. */
export function readGuestLines(text: string, given: { category: string; language: Locale }) {
  const { rows, table } = readGuests(text, {}, given)
  const at = table?.columns.findIndex(({ name }) => ofCategory.test(nameWords(name).join(' '))) ?? -1
  const said = new Map(table?.rows.map(({ line, cells }) => [line, cells[at]?.trim() ?? '']))
  return rows.map((row) => ({ ...row, category: said.get(row.line) ?? '' }))
}

type Line = ReadGuest & { category: string }

/** What becomes of each line: who is left out first, and why. */
export function lineViews(lines: readonly Line[], outcomes: readonly Invited[]) {
  let at = 0
  const views = lines.map((row) => {
    const { line, name, email, category } = row
    const shown = { line, name, email, category }
    if ('guest' in row) return { ...shown, what: outcomes[at++] ?? ('known' as const) }
    // Whoever is only invited is asked nothing yet.
    if (row.why === 'answer') return { ...shown, what: 'unclear' as const, why: 'unreadable' as const, as: 0 }
    return { ...shown, what: 'unclear' as const, why: row.why, as: row.as ?? 0 }
  })
  const isLeft = ({ what }: { what: string }) => what !== 'invited'
  return [...views.filter(isLeft), ...views.filter((one) => !isLeft(one))]
}

export type LineView = ReturnType<typeof lineViews>[number]
