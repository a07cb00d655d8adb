import type { ImportOutcome } from '../domain/import-contacts.server.ts'
import type { ReadContact, readContacts } from './read-contacts.ts'

type Source = { encoding: string | null; isCertain: boolean }
type What = ImportOutcome['what'] | 'unclear'

/** An import as its preview shows it: what needs an eye first, then the others in their order. */
export function contactImportView(
  { rows: read, table }: ReturnType<typeof readContacts>,
  outcomes: readonly ImportOutcome[],
  source: Source,
) {
  let at = 0
  const rows = read.map((row) => rowView(row, 'person' in row ? outcomes[at++] : undefined))
  const count = (what: What) => rows.filter((row) => row.what === what).length
  const isOpen = ({ what }: { what: What }) => what === 'unclear'
  return {
    rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))],
    asked: count('asked') + count('waits'),
    known: count('known'),
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

function rowView(row: ReadContact, outcome: ImportOutcome | undefined) {
  const { line, name, email } = row
  const what: What = outcome?.what ?? 'unclear'
  const state = outcome?.what === 'known' ? outcome.state : null
  return { line, name, email, what, state, ...('why' in row ? { why: row.why, as: row.as } : {}) }
}

export type ContactImportView = ReturnType<typeof contactImportView>
