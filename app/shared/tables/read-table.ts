import { readRecords, type TableRow } from './read-records.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** What people say of a table that we would read otherwise; what is left out we find out. `header` 0: it has none. */
export type TableChoices = { delimiter?: Delimiter; header?: number; columns?: readonly (string | null)[] }

export type Column<Field extends string> = {
  /** As the header has it; empty without one. */
  name: string
  field: Field | null
  /** The first cells that say something, to know the column by. */
  samples: string[]
}
export type Table<Field extends string> = {
  delimiter: Delimiter
  /** The line of the header; 0 when there is none. */
  header: number
  columns: Column<Field>[]
  rows: TableRow[]
  /** What stands above the header: a title, a date. */
  above: TableRow[]
}

/** What a kind of table knows of its columns: by their names, and without names by what is in them. */
export type TableKind<Field extends string> = {
  fieldOf: (name: string) => Field | null
  /** Fields that several columns may share: the cells are joined. */
  isShared?: (field: Field) => boolean
  /** For tables without a header: a field for each column, or null when this is no such table at all. */
  fieldsOfCells?: (rows: readonly TableRow[]) => (Field | null)[] | null
  /** Names of which one must be among the columns. */
  needs: readonly Field[]
}

const furthestHeader = 10

/** Line ends of every system, marks in front and zeros taken away, letters composed. */
export function tidyTable(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .normalize('NFC')
}

/**
 * A table of people, sessions or guests: its delimiter, the line of its header and what its columns are, found out or as
 * they were chosen. Null for a text that is no table.
 */
export function readTable<Field extends string>(
  given: string,
  kind: TableKind<Field>,
  choices: TableChoices = {},
): Table<Field> | null {
  const [text, said] = withoutHint(tidyTable(given))
  const best = bestReading(text, choices.delimiter ?? said, kind)
  if (best.rows.length === 0) return null
  const header =
    choices.header === undefined
      ? best.header
      : (best.rows.find(({ line }) => line === choices.header) ?? null)
  const from = header ? best.rows.indexOf(header) + 1 : 0
  const rows = best.rows.slice(from)
  const fields = header ? fieldsOf(header.cells, rows, kind) : (kind.fieldsOfCells?.(best.rows) ?? null)
  const isChosen = choices.columns !== undefined || choices.header !== undefined
  if (!fields && !isChosen) return null
  const width = Math.max(header?.cells.length ?? 0, ...(header ? [] : rows.map(({ cells }) => cells.length)))
  const columns = Array.from({ length: width }, (_, at): Column<Field> => {
    const chosen = choices.columns?.[at]
    return {
      name: header?.cells[at] ?? '',
      field: chosen === undefined ? (fields?.[at] ?? null) : (chosen as Field | null),
      samples: rows.flatMap(({ cells }) => cells[at]?.slice(0, 60) || []).slice(0, 2),
    }
  })
  return {
    delimiter: best.delimiter,
    header: header?.line ?? 0,
    columns,
    rows,
    above: best.rows.slice(0, Math.max(0, from - 1)),
  }
}

// The beginning of a long table is enough to tell how it is parted.
const sample = 100_000

function bestReading<Field extends string>(text: string, said: Delimiter | null, kind: TableKind<Field>) {
  const head = text.length > sample ? text.slice(0, text.lastIndexOf('\n', sample)) : text
  const read = (delimiter: Delimiter, part: string) => {
    const rows = readRecords(part, delimiter)
    return { delimiter, rows, header: headerOf(rows, kind) }
  }
  const [likeliest = ','] = (said ? [] : delimiters)
    .map((delimiter) => read(delimiter, head))
    .map(({ delimiter, rows, header }) => ({ delimiter, score: scoreOf(rows, header, kind) }))
    .sort((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter)
  return read(said ?? likeliest, text)
}

/** What a row says of a field; the cells of columns that share it are joined. */
export function cellOf<Field extends string>(table: Table<Field>, row: TableRow, field: Field): string {
  return table.columns
    .flatMap((column, at) => (column.field === field ? (row.cells[at] ?? '') : []))
    .filter(Boolean)
    .join(' ')
}

/** Whether a row has cells for which there is no column: its delimiters are not those of the others. */
export function isTooWide<Field extends string>(table: Table<Field>, row: TableRow): boolean {
  return row.cells.slice(table.columns.length).some(Boolean)
}

/** The line with which Excel is told the delimiter; blank in its place, so that the numbers of lines stay. */
function withoutHint(text: string): [string, Delimiter | null] {
  const [whole, sign = ''] = /^\s*"?sep *= ?(\S|\t)"?[^\S\n]*(?=\n|$)/i.exec(text) ?? []
  if (!whole) return [text, null]
  const rest = text.slice(whole.length)
  const said = delimiters.find((one) => one === sign)
  if (said) return [rest, said]
  // Any sign can be told to Excel: one that nobody else uses stands for a tab.
  return /[\p{L}\d"\t]/u.test(sign) || rest.includes('\t')
    ? [rest, null]
    : [rest.replaceAll(sign, '\t'), '\t']
}

/** The row that names most columns, near the top; one that names a single column must be its only one, or the first of all. */
function headerOf<Field extends string>(rows: TableRow[], kind: TableKind<Field>): TableRow | null {
  const scored = rows.slice(0, furthestHeader).map((row, at) => {
    const fields = new Set(row.cells.flatMap((cell) => kind.fieldOf(cell) ?? []))
    const isFull =
      fields.size > 1 || (fields.size === 1 && (at === 0 || row.cells.filter(Boolean).length === 1))
    const isOfUse = isFull && kind.needs.some((field) => fields.has(field))
    return { row, count: isOfUse && !row.cells.some((cell) => cell.includes('@')) ? fields.size : 0 }
  })
  const best = scored.reduce<(typeof scored)[number] | null>(
    (one, other) => (other.count > (one?.count ?? 0) ? other : one),
    null,
  )
  return best?.row ?? null
}

function scoreOf<Field extends string>(rows: TableRow[], header: TableRow | null, kind: TableKind<Field>) {
  const widths = rows.slice(0, 50).map(({ cells }) => cells.length)
  const width = header?.cells.length ?? Math.max(...widths, 0)
  const same = widths.filter((one) => one === width).length / Math.max(1, widths.length)
  const known = header ? new Set(header.cells.flatMap((cell) => kind.fieldOf(cell) ?? [])).size : 0
  return known * 10 + (width > 1 ? same * Math.min(width, 5) : 0)
}

/** By their names; each field once, but for those that are shared. A name merged over two columns goes on in the next. */
function fieldsOf<Field extends string>(names: string[], rows: TableRow[], kind: TableKind<Field>) {
  const fields: (Field | null)[] = []
  for (const [at, name] of names.entries()) {
    const before = fields[at - 1] ?? null
    const isMerged = name === '' && before !== null && kind.isShared?.(before) === true
    const found = isMerged && isOfWords(rows, at) ? before : kind.fieldOf(name)
    const isTaken = found !== null && fields.includes(found) && !isMerged
    fields.push(isTaken ? null : found)
  }
  return fields
}

function isOfWords(rows: TableRow[], at: number): boolean {
  const cells = rows.flatMap(({ cells }) => cells[at] || [])
  return cells.length > 0 && cells.every((cell) => /\p{L}/u.test(cell) && !/[@\d]/.test(cell))
}
