import type { TableRow } from '#app/shared/tables/read-records.ts'
import {
  cellOf,
  isTooWide,
  readTable,
  type Table,
  type TableChoices,
  tidyTable,
} from '#app/shared/tables/read-table.ts'
import { areHonorifics, columnOf, type NameOrder, orderOfParts, type PeopleField } from './people-columns.ts'
import { longest, oneAddress, readAddresses } from './read-addresses.ts'

/** One person of a list as it stands there, with the number of its line. `isOdd`: its quotation marks do not match. */
export type ReadPerson = { line: number; fields: Partial<Record<PeopleField, string>>; isOdd?: boolean }
export type PeopleTable = Table<PeopleField> & { nameOrder: NameOrder; hasParts: boolean; isUnsure: boolean }
export type ReadPeople = {
  people: ReadPerson[]
  unreadable: { line: number; why: 'unreadable' | 'too-wide' }[]
  /** How it was read as a table; null for addresses as mail programs write them. */
  table: PeopleTable | null
}
export type PeopleChoices = TableChoices & { nameOrder?: NameOrder }

/** A list of people: a table, with a header in either language or without, or else addresses as mail programs write them. */
export function readPeople(text: string, choices: PeopleChoices = {}): ReadPeople {
  const table = readTable(text, peopleTable, choices)
  if (table) return peopleOf(withHonorifics(table, choices), choices.nameOrder)
  const { people, unreadable } = readAddresses(tidyTable(text))
  return { people, unreadable: unreadable.map((line) => ({ line, why: 'unreadable' })), table: null }
}

const shared: readonly PeopleField[] = ['name', 'family', 'middle', 'given']

const peopleTable = {
  fieldOf: columnOf,
  isShared: (field: PeopleField) => shared.includes(field),
  fieldsOfCells,
  needs: ['name', 'given', 'family', 'email'] as const,
}

const isAddress = (cell: string) => cell.length <= longest && /^\S+@\S+$|<\s*\S+@\S+\s*>$/.test(cell)

/** Columns by what is in them: a table has one of addresses and one of names, which addresses in a row do not. */
function fieldsOfCells(rows: readonly TableRow[]): (PeopleField | null)[] | null {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const cells = Array.from({ length: width }, (_, at) => rows.flatMap((row) => row.cells[at] || []))
  const addresses = cells.findIndex(
    (one) => one.length > 0 && one.filter(isAddress).length >= one.length * 0.6,
  )
  const isOfNames = (one: string[]) =>
    one.length > 0 && one.every((cell) => /\p{L}/u.test(cell) && !/[@\d<>]/.test(cell))
  const names = cells.findIndex(isOfNames)
  if (rows.some((row) => row.cells.filter((cell) => cell.includes('@')).length > 1)) return null
  const isSparse = rows.filter((row) => row.cells.filter(isAddress).length > 0).length < rows.length * 0.6
  if (addresses < 0) return namesAlone(rows, cells)
  if (names < 0 || isSparse) return null
  return cells.map((_, at) => (at === addresses ? 'email' : at === names ? 'name' : null))
}

/** A table without addresses: rows of one width with a column that holds no names. Names in a row are no table. */
function namesAlone(rows: readonly TableRow[], columns: readonly string[][]): (PeopleField | null)[] | null {
  const isEven = rows.every(({ cells }) => cells.length === columns.length)
  const isWritten = rows.every(({ cells }) => cells.every((cell) => !/[@<>]/.test(cell)))
  const ofNames = columns.map(
    (cells) => cells.filter((cell) => wholeName.test(cell)).length >= cells.length * 0.6,
  )
  const first = ofNames.indexOf(true)
  if (rows.length < 2 || columns.length < 2 || !isEven || !isWritten || first < 0) return null
  return ofNames.every(Boolean) ? null : columns.map((_, at) => (at === first ? 'name' : null))
}

const wholeName = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)+$/u

/** “Title” is what somebody is, unless what stands there is said before a name. */
function withHonorifics(table: Table<PeopleField>, { columns: chosen }: PeopleChoices): Table<PeopleField> {
  const columns = table.columns.map((column, at) => {
    const cells = table.rows.flatMap((row) => row.cells[at] || [])
    const isMeant = column.field === 'position.en' && chosen?.[at] === undefined && areHonorifics(cells)
    return isMeant ? { ...column, field: 'honorific.en' as const } : column
  })
  return { ...table, columns }
}

function peopleOf(table: Table<PeopleField>, chosen?: NameOrder): ReadPeople {
  const names = table.columns.map(({ name }) => name)
  const fields = new Set(table.columns.flatMap(({ field }) => field ?? []))
  const nameOrder = chosen ?? orderOfParts(names)
  const people: ReadPerson[] = []
  const unreadable: ReadPeople['unreadable'] = []
  for (const row of table.rows) {
    if (isTooWide(table, row)) unreadable.push({ line: row.line, why: 'too-wide' })
    else
      people.push({
        line: row.line,
        fields: fieldsOf(table, row, nameOrder),
        ...(row.isOdd && { isOdd: true }),
      })
  }
  const hasParts = ['family', 'middle', 'given'].filter((part) => fields.has(part as PeopleField)).length > 1
  const isUnsure =
    table.header === 0 || table.columns.some(({ field, samples }) => !field && samples.length > 0)
  return { people, unreadable, table: { ...table, nameOrder, hasParts, isUnsure } }
}

function fieldsOf(table: Table<PeopleField>, row: TableRow, order: NameOrder): ReadPerson['fields'] {
  const fields: ReadPerson['fields'] = {}
  for (const { field } of table.columns) {
    const cell = field && cellOf(table, row, field)
    if (field && cell) fields[field] = cell
  }
  // Mail programs write the name into the same cell.
  const written = fields.email && /[<>()]|^mailto:/.test(fields.email) ? oneAddress(fields.email) : null
  if (written?.email) fields.email = written.email
  const whole = withWholeName(fields, order)
  return !whole.name && written?.name ? { ...whole, name: written.name } : whole
}

/** Names in columns of their own, joined in the order of the table. */
function withWholeName(read: ReadPerson['fields'], order: NameOrder): ReadPerson['fields'] {
  const { family, middle, given, ...fields } = read
  if (fields.name || (!family && !middle && !given)) return fields
  const parts = order === 'family-first' ? [family, middle, given] : [given, middle, family]
  return { ...fields, name: parts.filter(Boolean).join(' ') }
}
