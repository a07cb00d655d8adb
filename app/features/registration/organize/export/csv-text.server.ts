import { stringify } from 'csv-stringify/sync'
import type { ExportedRow } from '#app/features/registration/domain/list/export-registrations.server.ts'
import type { ExportSheet } from './export-sheet.ts'
import { safeCell } from './safe-cell.ts'

/** The CSV file (RFC 4180, UTF-8 with a BOM for Excel) a batch at a time, every cell quoted and safe. */
export async function* csvText(
  batches: AsyncIterable<ExportedRow[]>,
  sheet: ExportSheet,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLines([sheet.header])}`
  for await (const batch of batches) yield csvLines(batch.map(sheet.cells))
}

function csvLines(rows: string[][]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { quoted: true, quoted_empty: true, record_delimiter: '\r\n' },
  )
}
