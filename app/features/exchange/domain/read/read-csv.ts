import { type DateOrder, dateOrder } from '#app/shared/tables/date-order.ts'
import type { TableRow } from '#app/shared/tables/read-records.ts'
import { cellOf, isTooWide, readTable, type Table, type TableChoices } from '#app/shared/tables/read-table.ts'
import {
  durationOf,
  type ImportedAgenda,
  type ImportedSession,
  type ImportedTime,
  kindOf,
  line,
  prose,
  timeOf,
  withOwnKeys,
} from '../imported-agenda.ts'
import { type AgendaField, agendaTable } from './agenda-columns.ts'
import { peopleInCell } from './people-in-text.ts'
import { clockIn, clockText } from './read-clock.ts'
import { dayCell, dayHeading, daysAfter } from './read-day.ts'
import { type Epoch, withoutSerials } from './serial-dates.ts'

/** What is known of a file beside its text. `isTable`: its name says that it is one. */
export type Reading = {
  firstDay?: string | null
  timeZone?: string
  isTable?: boolean
  /** It was read as a text before, and is read again as one. */
  isText?: boolean
  /** What the texts are called, for people to find them. */
  names?: readonly string[]
  /** Rooms, venues and cities of the event: none of them is a person, whatever it looks like. */
  places?: readonly string[]
  choices?: TableChoices & { dateOrder?: DateOrder; epoch?: Epoch }
}
type AgendaRows = Table<AgendaField>

/** A table with a line of column names in either language, or with what was chosen for them; null when it is none. */
export function readCsv(text: string, reading: Reading = {}): ImportedAgenda | null {
  const { firstDay = null, timeZone = 'UTC', choices = {} } = reading
  const isHinted = reading.isTable === true || Object.keys(choices).length > 0
  const written = readTable(text, agendaTable(isHinted), choices)
  if (!written || !isAgenda(written, isHinted)) return null
  const { table, serials } = withoutSerials(written, { firstDay, chosen: choices.epoch })
  const dates = dateOrder(datesOf(table), timeZone, firstDay)
  const order = choices.dateOrder ?? dates.order
  let day =
    table.above.flatMap(({ cells }) => dayHeading(line(cells.join(' ')), firstDay, order)?.day ?? [])[0] ??
    null
  const lacking = new Set<string>()
  const days: number[] = []
  const sessions: ImportedSession[] = []
  for (const row of table.rows) {
    const filled = row.cells.filter((cell) => line(cell))
    const heading = filled.length === 1 ? dayHeading(line(filled[0]), firstDay, order) : null
    const given = dayCell(line(cellOf(table, row, 'date')), firstDay, order)
    if (heading ?? given) day = (heading ?? given)?.day ?? null
    for (const found of [heading, given]) if (found?.lacks) lacking.add(found.lacks)
    if (heading) {
      days.push(row.line)
      continue
    }
    const isOpen = !heading && !given && line(cellOf(table, row, 'date')) !== ''
    const times = given?.rest || clockAfter(line(cellOf(table, row, 'date')))
    const session = sessionOf(row, { table, day: isOpen ? null : day, order, times })
    if (session.startsAt && 'clock' in session.startsAt)
      lacking.add(isOpen && order === null ? 'order' : 'day')
    sessions.push(session)
  }
  const notes: ImportedAgenda['notes'] = [lacking.has('day') ? 'day-missing' : 'times-without-zone']
  if (lacking.has('order')) notes.push('day-order')
  if (lacking.has('year') && firstDay) notes.push('year-missing')
  if (lacking.has('date') && firstDay) notes.push('days-counted')
  const { delimiter, header, columns } = table
  const isUnsure = header === 0 || columns.some(({ field, samples }) => !field && samples.length > 0)
  return {
    format: 'csv',
    sessions: withOwnKeys(withEnds(sessions)),
    notes,
    ...housesOf(table),
    table: {
      delimiter,
      header,
      columns,
      days,
      isUnsure,
      above: table.above.map(({ line: number }) => number),
      dates: { ...dates, order, isChosen: choices.dateOrder !== undefined },
      ...(serials && { serials }),
    },
  }
}

/** Words in lines that happen to have commas are no table: two columns are known, and most rows have them. */
function isAgenda({ columns, rows, header }: AgendaRows, isHinted: boolean): boolean {
  if (isHinted) return columns.length > 1
  const known = columns.filter(({ field }) => field).length
  const wide = rows.filter(({ cells }) => cells.filter(Boolean).length > 1).length
  return known >= 2 && header > 0 && (header === 1 || wide * 2 >= rows.length)
}

function datesOf(table: AgendaRows): string[] {
  const fields: AgendaField[] = ['date', 'start', 'end']
  return table.rows.flatMap((row) => fields.map((field) => cellOf(table, row, field)))
}

/** A room with the house it is in, where the table says both. */
function placeOf(room: string, venue: string) {
  return room && venue
    ? { room: `${room}, ${venue}`, house: { room, venue } }
    : { room: room || venue, house: null }
}

function housesOf(table: AgendaRows): Pick<ImportedAgenda, 'houses'> {
  const places = table.rows.map((row) => {
    const words = (field: AgendaField) => line(cellOf(table, row, field), 200)
    return placeOf(words('room'), words('venue'))
  })
  const houses = Object.fromEntries(places.flatMap(({ room, house }) => (house ? [[room, house]] : [])))
  return Object.keys(houses).length > 0 ? { houses } : {}
}

type About = { table: AgendaRows; day: string | null; order: DateOrder | null; times: string }

function sessionOf(row: TableRow, { table, day, order, times }: About): ImportedSession {
  const cell = (field: AgendaField) => cellOf(table, row, field)
  const words = (field: AgendaField, longest = 300) => line(cell(field), longest)
  const local = (minute: number): ImportedTime =>
    day
      ? { local: `${daysAfter(day, Math.floor(minute / 1440))}T${clockText(minute)}` }
      : { clock: clockText(minute) }
  const time = (text: string, slot: ReturnType<typeof clockIn>): ImportedTime | null => {
    const whole = timeOf(text)
    const date = /^(.*?)[\sT,]+\d{1,2}\s?[:hg].*$/i.exec(text)?.[1]
    const dated = whole || !date ? null : dayCell(date, null, order)?.day
    if (whole || !slot) return whole
    return dated ? { local: `${dated}T${clockText(slot.from)}` } : local(slot.from)
  }
  const [start, end] = [words('start') || times, words('end')]
  const slot = clockIn(afterDate(start))
  const last = end ? clockIn(afterDate(end)) : null
  const startsAt = time(start, slot)
  const isOverNight = slot !== null && last !== null && last.from < slot.from && !timeOf(end)
  const length = durationOf(cell('minutes')) ?? (Number.parseInt(words('minutes'), 10) || null)
  const to = slot?.to ?? (last && slot && (isOverNight || !time(end, last)) ? last.from : null)
  const minutes = slot && to !== null ? (to - slot.from + 1440) % 1440 || null : length
  const endsAt = to === null && end ? time(end, last) : null
  const title = words('title')
  const films = cell('films')
    .split('\n')
    .map((one) => line(one))
    .filter(Boolean)
    .join('\n')
  const kind = words('kind')
  const { room } = placeOf(words('room', 200), words('venue', 200))
  const people = peopleOf(table, row)
  const isTimed = startsAt && (minutes || endsAt)
  const beyond = isTooWide(table, row) ? row.cells.slice(table.columns.length).filter(Boolean) : []
  const unread = [...people.unknown, ...beyond.map((one) => line(one))]
  return {
    key: `csv ${words('id') || `${title || films || start} ${day ?? ''}`}`.trim().slice(0, 180),
    row: `line ${row.line}`,
    title,
    abstract: [prose(cell('abstract')), ...unread].filter(Boolean).join('\n'),
    kind: films && !kind ? 'screening' : kindOf(`${kind} ${title}`),
    language: null,
    startsAt,
    endsAt,
    minutes,
    room,
    track: words('track', 200),
    people: people.known,
    ...(films && { films }),
    unclear: [
      ...(isTimed ? [] : ['time']),
      ...(row.isOdd ? ['odd-marks'] : []),
      ...unread.map((one) => `line ${row.line}: ${one}`),
    ],
  }
}

// A date before the clock has figures of its own; its signs are the same twice, as in no "14.00-15.00".
const afterDate = (text: string) =>
  text.replace(/^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d)[\sT,]+/, '')

// A day with its hour in one cell.
const clockAfter = (text: string) => (afterDate(text) === text ? '' : afterDate(text))

// Longer than this nobody speaks: what comes so late is the next day, or after a gap.
const longest = 240

/** A start without an end lasts until the next start of its room, and says so. */
function withEnds(sessions: readonly ImportedSession[]): ImportedSession[] {
  const clockOf = (one: ImportedSession) => {
    const at = one.startsAt
    if (!at || 'instant' in at) return null
    return Date.parse(`${'local' in at ? at.local : `2000-01-01T${at.clock}`}:00Z`) / 60_000
  }
  const starts = sessions.map((one) => ({ room: one.room, at: clockOf(one) }))
  return sessions.map((one, index) => {
    const { at, room } = starts[index] ?? { at: null, room: '' }
    // How long films last is known of themselves.
    if (one.minutes || one.endsAt || at === null || one.films) return one
    const later = starts.flatMap((other) =>
      other.room === room && other.at !== null && other.at > at ? [other.at - at] : [],
    )
    const minutes = Math.min(...later)
    if (minutes > longest) return one
    return { ...one, minutes, unclear: ['end-of-next', ...one.unclear.filter((code) => code !== 'time')] }
  })
}

/** Who stands in the cells of people; what there is nobody's name for sure is kept as words. */
function peopleOf(table: AgendaRows, row: TableRow) {
  const cells = table.columns.flatMap(({ field }, at) => (field === 'people' ? (row.cells[at] ?? '') : []))
  const found = cells
    .flatMap((cell) => cell.split(/\s*[;\n|]\s*/))
    .map((one) => line(one))
    .filter(Boolean)
    .map((one) => ({ words: one, people: peopleInCell(one) }))
  return {
    known: found.flatMap((one) => one.people ?? []),
    unknown: found.flatMap((one) => (one.people ? [] : one.words)),
  }
}
