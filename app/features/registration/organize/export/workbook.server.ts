import type { ExportedRow } from '#app/features/registration/domain/list/export-registrations.server.ts'
import type { ExportSheet } from './export-sheet.ts'

/** The XLSX file: text cells only, which no spreadsheet takes for a formula; the header stays in sight. */
export async function workbook(rows: readonly ExportedRow[], sheet: ExportSheet): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const text = (value: string) => (value === '' ? null : { type: String, value })
  const header = sheet.header.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  return writeExcelFile([header, ...rows.map((row) => sheet.cells(row).map(text))], {
    sheet: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}
