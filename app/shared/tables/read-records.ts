import { CsvError, parse } from 'csv-parse/sync'

/** One row as it stands in the file; `line` is where it begins. `isOdd`: its quotation marks do not match. */
export type TableRow = { line: number; cells: string[]; isOdd: boolean }

// A cell with line breaks is a paragraph or a list; a mark that is never closed would take the rest of the file.
const longestRow = 60

/**
 * The rows of a text, empty ones and drawn lines left out. Where quotation marks do not match, a parser would give up or take many rows
 * for one: then each line is read by itself, and an odd one as it stands but for the marks around its cells.
 */
export function readRecords(text: string, delimiter: string): TableRow[] {
  const whole = strictly(text, delimiter)
  const rows = typeof whole === 'string' ? lineByLine(text, delimiter) : numbered(whole, 1)
  return rows
    .map((row) => ({ ...row, cells: row.cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell && !/^:?-{2,}:?$/.test(cell)))
}

/** Rows by the rules of CSV, or the code of what is against them. */
function strictly(text: string, delimiter: string): string[][] | string {
  try {
    return parse(text, { delimiter, trim: true, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (error instanceof CsvError) return error.code
    throw error
  }
}

function numbered(records: string[][], first: number): TableRow[] {
  let line = first
  return records.map((cells) => {
    const row = { line, cells, isOdd: false }
    line += cells.join('').split('\n').length
    return row
  })
}

function lineByLine(text: string, delimiter: string): TableRow[] {
  const lines = text.split('\n')
  const width = usualWidth(lines, delimiter)
  const rows: TableRow[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const alone = strictly(lines[at] ?? '', delimiter)
    const taken = alone === 'CSV_QUOTE_NOT_CLOSED' ? joined(lines, at, delimiter, width) : alone
    const count = typeof taken === 'string' ? 1 : (taken[0]?.join('').split('\n').length ?? 1)
    if (typeof taken === 'string') rows.push({ line: at + 1, ...leniently(lines[at] ?? '', delimiter) })
    else rows.push(...numbered(taken, at + 1))
    at += count - 1
  }
  return rows
}

/** How many cells most lines have that are right by themselves. */
function usualWidth(lines: string[], delimiter: string): number {
  const counts = new Map<number, number>()
  for (const line of lines.slice(0, 200)) {
    const cells = line.trim() ? strictly(line, delimiter) : 'empty'
    if (typeof cells === 'string') continue
    const width = cells[0]?.length ?? 0
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** A row whose cell goes on in the next lines, if with them it is a row like the others. */
function joined(lines: string[], at: number, delimiter: string, width: number): string[][] | string {
  for (let end = at + 2; end <= Math.min(lines.length, at + longestRow); end += 1) {
    const row = strictly(lines.slice(at, end).join('\n'), delimiter)
    if (typeof row !== 'string') return row.length === 1 && row[0]?.length === width ? row : 'not-one-row'
    if (row !== 'CSV_QUOTE_NOT_CLOSED') return row
  }
  return 'not-closed'
}

/** A cell that opens with a mark ends where a mark stands before the next cell; without such a mark it has none. */
function leniently(line: string, delimiter: string): Pick<TableRow, 'cells' | 'isOdd'> {
  const cells: string[] = []
  let rest = line
  let isOdd = false
  for (;;) {
    const opened = rest.trimStart()
    const closes = opened.startsWith('"') ? closing(opened, delimiter) : -1
    if (closes > 0) {
      const cell = opened.slice(1, closes).replaceAll('""', '"')
      isOdd ||= (cell.split('"').length - 1) % 2 === 1
      cells.push(cell)
      rest = opened.slice(closes + 1).trimStart()
    } else {
      // As a mail program writes it, a name in marks may have delimiters: `"Vũ, Tâm" <tam@x.vn>`.
      const mailed = /^\s*"[^"]*"\s*<[^<>]*>/.exec(rest)?.[0].length ?? 0
      const end = rest.indexOf(delimiter, mailed)
      const cell = end < 0 ? rest : rest.slice(0, end)
      const isOpen = opened.startsWith('"') && !cell.trim().slice(1).includes('"')
      isOdd ||= isOpen
      cells.push(isOpen ? cell.trim().slice(1) : cell)
      rest = end < 0 ? '' : rest.slice(end)
    }
    if (!rest.startsWith(delimiter)) return { cells, isOdd }
    rest = rest.slice(delimiter.length)
  }
}

function closing(cell: string, delimiter: string): number {
  for (let at = cell.indexOf('"', 1); at > 0; at = cell.indexOf('"', at + 1)) {
    const after = cell.slice(at + 1)
    if (after.trim() === '' || after.startsWith(delimiter) || after.trimStart().startsWith(delimiter))
      return at
  }
  return -1
}
