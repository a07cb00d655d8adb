import type { Imported } from '../../domain/many/register-list.server.ts'
import type { ReadGuest, readGuests } from './read-guests.ts'

type Source = { encoding: string | null; isCertain: boolean }
type What = Imported['what'] | 'unclear'

/** A list as its preview shows it: what needs an eye first, then the others in their order. */
export function guestImportView(
  { rows: read, table }: ReturnType<typeof readGuests>,
  outcomes: readonly Imported[],
  source: Source,
) {
  let at = 0
  const rows = read.map((row) => rowView(row, 'guest' in row ? outcomes[at++] : undefined))
  const count = (what: What) => rows.filter((row) => row.what === what).length
  const isOpen = ({ what }: { what: What }) => what === 'unclear' || what === 'full'
  return {
    rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))],
    seated: count('seated'),
    waitlisted: count('waitlisted'),
    known: count('known'),
    full: count('full'),
    unclear: count('unclear'),
    reading: table && {
      encoding: source.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns: table.columns,
      above: table.above.map(({ line }) => line),
      isUnsure: table.isUnsure || !source.isCertain,
    },
  }
}

function rowView(row: ReadGuest, outcome: Imported | undefined) {
  const { line, name, email } = row
  const what: What = outcome?.what ?? 'unclear'
  const state = outcome?.what === 'known' ? outcome.state : null
  return { line, name, email, what, state, ...('why' in row ? { why: row.why, as: row.as } : {}) }
}

export type GuestImportView = ReturnType<typeof guestImportView>
