import type { Table } from '#app/shared/tables/read-table.ts'
import type { AgendaField } from './agenda-columns.ts'

/** The day from which a spreadsheet counts: most count from 1900, those of older Macs from 1904. */
export const epochs = ['1900', '1904'] as const
export type Epoch = (typeof epochs)[number]

/** How the numbers were read that stand where dates should; `read` and `otherwise`: as `2025-03-11T09:00`, or a day. */
export type SerialDates = {
  epoch: Epoch
  /** The first of them, as it stands in the file. */
  sample: string
  read: string
  otherwise: string
  /** Neither reading is near the event, or both are. */
  isAsked: boolean
  isChosen: boolean
}

// 1900 is a leap year to spreadsheets, so that all days after its February are one further on.
const firstDays: Record<Epoch, string> = { '1900': '1899-12-30', '1904': '1904-01-01' }
// From 2000 to 2099, whichever the epoch.
const [least, most] = [35_064, 73_050]
const near = 366
const dayLong = 86_400_000
const dated: readonly (AgendaField | null)[] = ['date', 'start', 'end']

/**
 * A table whose dates and times a spreadsheet left as numbers (`45727.375`), with what they mean in their place; only in
 * columns where each cell is such a number.
 */
export function withoutSerials(
  table: Table<AgendaField>,
  { firstDay, chosen }: { firstDay: string | null; chosen?: Epoch | undefined },
): { table: Table<AgendaField>; serials: SerialDates | null } {
  // A row of one cell is a heading.
  const rows = table.rows.filter(({ cells }) => cells.filter(Boolean).length > 1)
  const cellsOf = (at: number) => rows.flatMap(({ cells }) => cells[at] || [])
  const columns = table.columns.flatMap(({ field }, at) => (dated.includes(field) ? [at] : []))
  const serial = columns.filter((at) => allAre(cellsOf(at), isSerial))
  const clocks = columns.filter(
    (at) =>
      table.columns[at]?.field !== 'date' &&
      allAre(cellsOf(at), (cell) => isFraction(cell, serial.length > 0)),
  )
  if (serial.length + clocks.length === 0) return { table, serials: null }
  const values = serial.flatMap(cellsOf)
  const { epoch, isAsked } = epochOf(values, firstDay)
  const read = chosen ?? epoch
  const written = (cell: string, at: number) => {
    if (serial.includes(at) && isSerial(cell)) return textOf(cell, read).replace('T', ' ')
    return clocks.includes(at) && isFraction(cell, true) ? clockOf(minutesOf(cell)) : cell
  }
  const [sample] = values
  return {
    table: {
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(written) })),
    },
    serials: sample
      ? {
          epoch: read,
          sample,
          read: textOf(sample, read),
          otherwise: textOf(sample, read === '1900' ? '1904' : '1900'),
          isAsked,
          isChosen: chosen !== undefined,
        }
      : null,
  }
}

const allAre = (cells: readonly string[], fits: (cell: string) => boolean) =>
  cells.length > 0 && cells.every(fits)
const numberIn = (cell: string) => Number(cell.replace(',', '.'))
const isSerial = (cell: string) =>
  /^\d{5}(?:[.,]\d{1,15})?$/.test(cell) && numberIn(cell) >= least && numberIn(cell) <= most

/** A part of a day: beside dates that are numbers, or with more places than an hour is written with. */
const isFraction = (cell: string, isBesideSerial: boolean) =>
  (isBesideSerial ? /^(?:0?[.,]\d{1,15}|0)$/ : /^0?[.,]\d{3,15}$/).test(cell)

/** The epoch that brings the days near the event; where that tells nothing, the usual one, to be asked. */
function epochOf(values: readonly string[], firstDay: string | null): { epoch: Epoch; isAsked: boolean } {
  const isNear = (epoch: Epoch) =>
    firstDay !== null &&
    values.some(
      (cell) =>
        Math.abs(Date.parse(textOf(cell, epoch).slice(0, 10)) - Date.parse(firstDay)) <= near * dayLong,
    )
  const [usual, older] = epochs.map(isNear)
  return { epoch: older && !usual ? '1904' : '1900', isAsked: usual === older }
}

const minutesOf = (cell: string) => Math.round(numberIn(cell) * 1440)
const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`

/** A number of days as `2025-03-11`, with its clock when it has one. */
function textOf(cell: string, epoch: Epoch): string {
  const minutes = minutesOf(cell)
  const day = Math.floor(minutes / 1440)
  const date = new Date(Date.parse(firstDays[epoch]) + day * dayLong).toISOString().slice(0, 10)
  return minutes === day * 1440 ? date : `${date}T${clockOf(minutes - day * 1440)}`
}
