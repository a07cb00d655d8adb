import type { PlannedLine } from '../domain/tables/plan-import.ts'
import type { ReadEdition } from '../domain/tables/read-edition.ts'

type Source = { encoding: string | null; isCertain: boolean }

/** An import as its preview shows it: what needs an eye first, then the others in their order. */
export function importView({ table }: ReadEdition, lines: readonly PlannedLine[], source: Source) {
  const rows = lines.map(({ line, name, ...one }) =>
    one.what === 'unclear'
      ? { line, name, what: one.what, why: one.why, column: one.column ?? null, columns: [], isNew: false }
      : {
          line,
          name,
          what: one.what,
          why: null,
          column: null,
          columns: one.columns,
          isNew: one.newUnit !== null,
        },
  )
  const count = (what: PlannedLine['what']) => rows.filter((row) => row.what === what).length
  const isOpen = ({ what }: { what: PlannedLine['what'] }) => what === 'unclear'
  return {
    rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))],
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    unclear: count('unclear'),
    reading: table && {
      encoding: source.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns: table.columns,
      above: table.above.map(({ line }) => line),
      isUnsure: !source.isCertain,
    },
  }
}

export type ImportView = ReturnType<typeof importView>
