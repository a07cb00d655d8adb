import { unguardedCell } from '#app/shared/files/safe-cell.ts'
import { cellOf, isTooWide, readTable, type Table, type TableChoices } from '#app/shared/tables/read-table.ts'
import { columnNamed, type EditionColumn } from './edition-columns.ts'

/** A row as it stands there: only the columns that the table has, each cell as it was written. */
export type ReadRow = { line: number; cells: Map<EditionColumn, string>; isOdd: boolean }
export type ReadEdition = { rows: ReadRow[]; table: Table<EditionColumn> | null }

/** The rows of a table for an edition with these components. */
export function readEdition(
  text: string,
  components: readonly string[],
  choices: TableChoices = {},
): ReadEdition {
  const table = readTable<EditionColumn>(
    text,
    {
      fieldOf: (name) => columnNamed(name, components),
      needs: ['place', 'name_vi', 'name_en'],
    },
    choices,
  )
  if (!table) return { rows: [], table: null }
  const columns = table.columns.flatMap(({ field }) => field ?? [])
  const rows = table.rows.map((row): ReadRow => {
    const cells = columns.map((column) => {
      const cell = unguardedCell(cellOf(table, row, column)).trim()
      return [column, cell] as const
    })
    return { line: row.line, cells: new Map(cells), isOdd: row.isOdd || isTooWide(table, row) }
  })
  return { rows, table }
}
