import { stringify } from 'csv-stringify/sync'
import { safeCell } from './safe-cell.ts'

type Sheet<Row> = { header: string[]; cells: (row: Row) => string[] }

/** The CSV file (RFC 4180, UTF-8 with a BOM for Excel) a batch at a time, every cell quoted and safe. */
export async function* csvText<Row>(
  batches: AsyncIterable<Row[]>,
  sheet: Sheet<Row>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLines([sheet.header])}`
  for await (const batch of batches) yield csvLines(batch.map(sheet.cells))
}

/** Lines of such a file. */
export function csvLines(rows: string[][]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )
}
