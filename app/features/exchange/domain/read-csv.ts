import { parse } from 'csv-parse/sync'
import {
  durationOf,
  type ImportedAgenda,
  type ImportedSession,
  type ImportedTime,
  kindOf,
  line,
  prose,
  timeOf,
  Unreadable,
  withOwnKeys,
} from './imported-agenda.ts'
import { peopleIn } from './people-in-text.ts'
import { clockIn, clockWords } from './read-clock.ts'
import { dayHeading } from './read-day.ts'

// Tried in this order: a column is what the first that fits says of it, and the first column that fits is taken.
const columns = {
  id: /^(?:id|code|mã|mã phiên|session id|proposal id)$/,
  title:
    /^(?:title|(?:session|talk|event)(?: (?:title|name))?|name|topic|subject|activity|agenda|agenda item|proposal title|tên|tên (?:phiên|bài|hoạt động)|tiêu đề|nội dung|nội dung chương trình|hoạt động|phiên|chuyên đề|đề tài)$/,
  abstract: /^(?:abstract|description|details|notes?|summary|mô tả|tóm tắt|giới thiệu|ghi chú|chi tiết)$/,
  kind: /^(?:kind|type|format|category|session (?:type|format)|loại|dạng|hình thức|loại phiên)$/,
  date: /^(?:date|day|start date|ngày|ngày tháng)$/,
  end: /^(?:end|ends|ends at|to|until|finish|end time|end \(.*\)|kết thúc|đến|giờ kết thúc)$/,
  start:
    /^(?:start|starts|starts at|from|begin|begins|start time|start date ?time|start \(.*\)|time|hours?|bắt đầu|từ|giờ|giờ bắt đầu|thời gian|thời gian bắt đầu)$/,
  minutes:
    /^(?:minutes?|duration|length|duration \(?min(?:ute)?s?\)?|thời lượng|phút|số phút|thời lượng \(phút\))$/,
  room: /^(?:rooms?|venue|location|place|hall|stage|phòng|địa điểm|hội trường|nơi)$/,
  track: /^(?:tracks?|theme|stream|chủ đề|tuyến|nhóm chủ đề)$/,
  people:
    /^(?:people|speakers?|speaker names?|persons?|presenters?|panelists?|participants?|diễn giả|người nói|người tham gia|người trình bày|báo cáo viên|khách mời|trình bày|phụ trách|người phát biểu)$/,
}
type Column = keyof typeof columns
type Places = Partial<Record<Column, number>>

/** A table with a line of column names in either language; null when the first line is none. */
export function readCsv(text: string, firstDay: string | null = null): ImportedAgenda | null {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ',', '|'].find((sign) => head.includes(sign))
  if (!delimiter) return null
  const places = placesOf(head.split(delimiter).map((name) => line(name.replaceAll('"', '')).toLowerCase()))
  if (places.title === undefined || Object.keys(places).length < 2) return null
  let day: string | null = null
  const lacking = new Set<string>()
  const sessions: ImportedSession[] = []
  for (const { record, info } of rowsOf(text, delimiter).slice(1)) {
    const filled = record.filter((cell) => line(cell))
    const heading = filled.length === 1 ? dayHeading(line(filled[0]), firstDay) : null
    const given = dayHeading(line(record[places.date ?? -1]), firstDay)
    if (heading ?? given) day = (heading ?? given)?.day ?? null
    for (const found of [heading, given]) if (found?.lacks) lacking.add(found.lacks)
    if (filled.length === 0 || heading) continue
    const session = sessionOf(record, places, info.lines, day)
    if (session.startsAt && 'clock' in session.startsAt) lacking.add('day')
    sessions.push(session)
  }
  const notes: ImportedAgenda['notes'] = [lacking.has('day') ? 'day-missing' : 'times-without-zone']
  if (lacking.has('year') && firstDay) notes.push('year-missing')
  if (lacking.has('date') && firstDay) notes.push('days-counted')
  return { format: 'csv', sessions: withOwnKeys(sessions), notes }
}

function placesOf(names: string[]): Places {
  const places: Places = {}
  for (const [at, name] of names.entries()) {
    const found = (Object.keys(columns) as Column[]).find((column) => columns[column].test(name))
    if (found && places[found] === undefined) places[found] = at
  }
  return places
}

type Row = { record: string[]; info: { lines: number } }

function rowsOf(text: string, delimiter: string): Row[] {
  try {
    return parse(text, {
      ...{ delimiter, info: true, trim: true },
      ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as unknown as Row[]
  } catch (error) {
    const { lines } = error as { lines?: number }
    throw new Unreadable('broken', lines ? String(lines) : '')
  }
}

function sessionOf(row: string[], places: Places, number: number, day: string | null): ImportedSession {
  const cell = (column: Column) => {
    const at = places[column]
    return at === undefined ? '' : (row[at] ?? '')
  }
  const words = (column: Column, longest = 300) => line(cell(column), longest)
  const local = (minute: number): ImportedTime =>
    day ? { local: `${day}T${clockWords(minute)}` } : { clock: clockWords(minute) }
  const time = (text: string, slot: ReturnType<typeof clockIn>): ImportedTime | null => {
    const whole = timeOf(text)
    const dated = whole ? null : dayHeading(text.replace(/[\sT,]+\d{1,2}\s?[:hg].*$/i, ''), null)?.day
    if (whole || !slot) return whole
    return dated ? { local: `${dated}T${clockWords(slot.from)}` } : local(slot.from)
  }
  const [start, end] = [words('start'), words('end')]
  const slot = clockIn(afterDate(start))
  const last = end ? clockIn(afterDate(end)) : null
  const startsAt = time(start, slot)
  const isOverNight = slot !== null && last !== null && last.from < slot.from && !timeOf(end)
  const length = durationOf(cell('minutes')) ?? (Number.parseInt(words('minutes'), 10) || null)
  const to = slot?.to ?? (last && slot && (isOverNight || !time(end, last)) ? last.from : null)
  const minutes = slot && to !== null ? (to - slot.from + 1440) % 1440 || null : length
  const endsAt = to === null && end ? time(end, last) : null
  const title = words('title')
  const people = peopleOf(cell('people'))
  const isTimed = startsAt && (minutes || endsAt)
  return {
    key: `csv ${words('id') || `${title || start} ${day ?? ''}`}`.trim().slice(0, 180),
    row: `line ${number}`,
    title,
    abstract: prose(cell('abstract')),
    kind: kindOf(`${words('kind')} ${title}`),
    language: null,
    ...{ startsAt, endsAt, minutes },
    room: words('room', 200),
    track: words('track', 200),
    people: people.known,
    unclear: [...(isTimed ? [] : ['time']), ...people.unknown.map((one) => `line ${number}: ${one}`)],
  }
}

// A date before the clock has figures of its own.
const afterDate = (text: string) => text.replace(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[\sT,]+/, '')

/** Who stands in the cell of people; what there is nobody's name for sure is kept as words. */
function peopleOf(text: string) {
  const found = text
    .split(/\s*[;\n|]\s*/)
    .map((one) => line(one))
    .filter(Boolean)
    .map((one) => ({ words: one, people: peopleIn(one) }))
  return {
    known: found.flatMap((one) => one.people ?? []),
    unknown: found.flatMap((one) => (one.people ? [] : one.words)),
  }
}
