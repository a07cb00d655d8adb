import type { TableRow } from '#app/shared/tables/read-records.ts'
import type { TableKind } from '#app/shared/tables/read-table.ts'
import { line } from '../imported-agenda.ts'
import { isPlace, peopleInCell } from './people-in-text.ts'
import { clockIn } from './read-clock.ts'
import { dayCell, dayHeading } from './read-day.ts'

// Tried in this order: a column is what the first that fits says of it.
const names = {
  id: /^(?:id|code|mã|mã phiên|session id|proposal id)$/,
  films: /^(?:films?|movies?|film titles?|films? shown|phim|tên phim|phim chiếu|các phim)$/,
  title:
    /^(?:title|(?:session|talk|event)(?: (?:title|name))?|name|topic|subject|activity|agenda|agenda item|proposal title|tên|tên (?:phiên|bài|hoạt động)|tiêu đề|nội dung|nội dung chương trình|hoạt động|phiên|chuyên đề|đề tài)$/,
  abstract: /^(?:abstract|description|details|notes?|summary|mô tả|tóm tắt|giới thiệu|ghi chú|chi tiết)$/,
  kind: /^(?:kind|type|format|category|session (?:type|format)|loại|dạng|hình thức|loại phiên)$/,
  date: /^(?:date|days?|start date|weekday|ngày|ngày tháng|thứ)$/,
  end: /^(?:end|ends|ends at|to|until|finish|end time|end \(.*\)|kết thúc|đến|giờ kết thúc)$/,
  start:
    /^(?:start|starts|starts at|from|begin|begins|start time|start date ?time|start \(.*\)|time|hours?|bắt đầu|từ|giờ|giờ bắt đầu|thời gian|thời gian bắt đầu)$/,
  minutes:
    /^(?:minutes?|duration|length|duration \(?min(?:ute)?s?\)?|thời lượng|phút|số phút|thời lượng \(phút\))$/,
  venue: /^(?:venue|cinema|theat(?:er|re)|house|rạp|rạp chiếu|rạp chiếu phim|cụm rạp|nhà)$/,
  room: /^(?:rooms?|screen|auditorium|location|place|hall|stage|phòng|địa điểm|hội trường|nơi)$/,
  track: /^(?:tracks?|theme|stream|chủ đề|tuyến|nhóm chủ đề)$/,
  people:
    /^(?:people|speakers?|speaker names?|persons?|presenters?|panelists?|participants?|diễn giả|người nói|người tham gia|người trình bày|báo cáo viên|khách mời|trình bày|phụ trách|người phát biểu)(?: \d)?$/,
}

/** What a column of an agenda may say of its sessions. */
export type AgendaField = keyof typeof names
export const agendaFields: readonly AgendaField[] = [
  'title',
  'films',
  'date',
  'start',
  'end',
  'minutes',
  'room',
  'venue',
  'track',
  'kind',
  'people',
  'abstract',
  'id',
]

/** What a table knows of an agenda's columns. `isHinted`: it is a table for sure, so columns are told by their cells too. */
export function agendaTable(isHinted: boolean): TableKind<AgendaField> {
  return {
    fieldOf,
    isShared: (field) => field === 'people',
    needs: ['title', 'films'],
    ...(isHinted && { fieldsOfCells }),
  }
}

function fieldOf(name: string): AgendaField | null {
  const words = line(name.replaceAll('"', '')).toLowerCase()
  return agendaFieldsByName.find((field) => names[field].test(words)) ?? null
}

const agendaFieldsByName = Object.keys(names) as AgendaField[]

/** Columns without names, by what is in most of their cells: a day, one or two times, a place, people, and the longest words as titles. */
function fieldsOfCells(all: readonly TableRow[]): (AgendaField | null)[] {
  // A row of one cell is a heading, and says nothing of its column.
  const rows = all.filter(({ cells }) => cells.filter(Boolean).length > 1)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, at) => rows.flatMap((row) => row.cells[at] || []))
  const fields: (AgendaField | null)[] = columns.map(() => null)
  const take = (field: AgendaField, fits: (cells: string[]) => boolean) => {
    const at = columns.findIndex((cells, one) => fields[one] === null && cells.length > 0 && fits(cells))
    if (at >= 0) fields[at] = field
  }
  const most = (cells: string[], fits: (cell: string) => boolean) =>
    cells.filter(fits).length >= cells.length * 0.6
  take('date', (cells) =>
    most(cells, (cell) => dayCell(cell, null)?.lacks === null || dayHeading(cell, null) !== null),
  )
  for (const field of ['start', 'end'] as const)
    take(field, (cells) => most(cells, (cell) => clockIn(cell)?.rest === ''))
  const isLeft = () => columns.some((cells, at) => !fields[at] && cells.length > 0)
  for (const [field, fits] of [
    ['room', isPlace],
    ['people', (cell: string) => peopleInCell(cell) !== null],
  ] as const) {
    take(field, (cells) => most(cells, fits))
    // Words there must be: without a title it is no agenda.
    if (!isLeft()) fields[fields.indexOf(field)] = null
  }
  const lengthOf = (cells: string[]) => cells.join('').length / Math.max(1, cells.length)
  const words = columns.filter((cells, at) => !fields[at] && most(cells, (cell) => /\p{L}/u.test(cell)))
  const longest = Math.max(0, ...words.map(lengthOf))
  take('title', (cells) => words.includes(cells) && lengthOf(cells) === longest)
  return fields
}
