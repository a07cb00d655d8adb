import { unguardedCell } from '#app/shared/files/safe-cell.ts'
import {
  cellOf,
  isTooWide,
  readTable,
  type Table,
  type TableChoices,
  tidyTable,
} from '#app/shared/tables/read-table.ts'
import { type FilmColumn, filmColumnNamed } from './film-columns.ts'

/** A row as it stands there: only the columns that the table has. */
export type FilmRow = { line: number; cells: ReadonlyMap<FilmColumn, string>; isOdd: boolean }
export type ReadFilms = { rows: FilmRow[]; table: Table<FilmColumn> | null }

/** The rows of a table of films, with headers in either language. */
export function readFilms(text: string, choices: TableChoices = {}): ReadFilms {
  const kind = {
    fieldOf: filmColumnNamed,
    needs: ['originalTitle', 'title.vi', 'title.en', 'slug'] as const,
  }
  const table = readTable<FilmColumn>(text, kind, choices)
  if (!table) return { rows: [], table: null }
  const columns = table.columns.flatMap(({ field }) => field ?? [])
  const rows = table.rows.map((row) => {
    const cells = columns.map((column) => [column, cellAsRead(cellOf(table, row, column))] as const)
    return { line: row.line, cells: new Map(cells), isOdd: row.isOdd || isTooWide(table, row) }
  })
  return { rows, table }
}

/** What is left of a text that was written into a table and read again. */
export const cellAsRead = (text: string) => unguardedCell(tidyTable(text)).trim()
