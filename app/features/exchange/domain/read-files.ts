import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import {
  durationOf,
  type ImportedAgenda,
  type ImportedSession,
  type ImportedTime,
  importLimits,
  kindOf,
  line,
  prose,
  timeOf,
  Unreadable,
  withOwnKeys,
} from './imported-agenda.ts'
import { peopleIn } from './people-in-text.ts'
import { readJson } from './read-json.ts'
import { readScheduleXml } from './read-schedule.ts'
import { readDate, readText } from './read-text.ts'

/** Reads what was uploaded or pasted, whatever of the known formats it is. Throws Unreadable with the place that is wrong. */
export function readAgenda(texts: string[]): ImportedAgenda {
  const given = texts.map((text) => text.replace(/^\uFEFF/, '').trimEnd()).filter(Boolean)
  const [first = ''] = given
  if (!first) throw new Unreadable('empty')
  const agenda = readOne(first, given)
  if (agenda.sessions.length > importLimits.sessions) throw new Unreadable('too-many')
  if (agenda.sessions.length === 0) throw new Unreadable('empty')
  return agenda
}

function readOne(given: string, all: string[]): ImportedAgenda {
  const first = given.trimStart()
  if (/^[[{]/.test(first)) return readJson(all)
  if (first.startsWith('<')) return readScheduleXml(first)
  if (/^BEGIN:VCALENDAR/i.test(first)) return readIcs(first)
  return readCsv(first) ?? readText(given)
}

function readIcs(text: string): ImportedAgenda {
  let events: ICAL.Component[]
  try {
    events = ICAL.Component.fromString(text).getAllSubcomponents('vevent')
  } catch (error) {
    throw new Unreadable('broken', error instanceof Error ? line(error.message, 120) : '')
  }
  const sessions = events.map((event, index): ImportedSession => {
    const value = (name: string) => event.getFirstPropertyValue(name)
    const title = line(value('summary'))
    return {
      key: `ics ${line(value('uid'), 200) || index}`,
      row: `VEVENT ${index + 1}`,
      title,
      abstract: prose(value('description')),
      kind: kindOf(`${line(value('categories'))} ${title}`),
      language: null,
      startsAt: icsTime(event, 'dtstart'),
      endsAt: icsTime(event, 'dtend'),
      minutes: null,
      room: line(value('location')),
      track: line(value('categories')),
      people: [],
      unclear: icsTime(event, 'dtstart') ? [] : ['time'],
    }
  })
  const recurs = events.some((event) => event.getFirstProperty('rrule'))
  return { format: 'ics', sessions: withOwnKeys(sessions), notes: recurs ? ['recurrences'] : [] }
}

function icsTime(event: ICAL.Component, name: string): ImportedTime | null {
  const property = event.getFirstProperty(name)
  const time = property?.getFirstValue()
  if (!(time instanceof ICAL.Time) || time.isDate) return null
  if (time.zone === ICAL.Timezone.utcTimezone) return { instant: time.toJSDate().toISOString() }
  const zone = property?.getParameter('tzid')
  const block = event.parent
    ?.getAllSubcomponents('vtimezone')
    .find((one) => one.getFirstPropertyValue('tzid') === zone)
  if (typeof zone === 'string' && block) {
    const local = time.clone()
    local.zone = new ICAL.Timezone({ component: block, tzid: zone })
    return { instant: local.toJSDate().toISOString() }
  }
  return { local: time.toString().slice(0, 16) }
}

const columns: Record<string, RegExp> = {
  id: /^(id|mã)$/,
  title: /^(title|session|name|tên|tên phiên|tiêu đề|nội dung|phiên)$/,
  abstract: /^(abstract|description|mô tả|tóm tắt)$/,
  kind: /^(kind|type|loại|dạng)$/,
  date: /^(date|day|ngày)$/,
  start: /^(start|starts|from|begin|bắt đầu|từ|giờ bắt đầu|time|giờ)$/,
  end: /^(end|ends|to|until|kết thúc|đến|giờ kết thúc)$/,
  minutes: /^(minutes|duration|length|thời lượng|phút)$/,
  room: /^(room|venue|location|place|phòng|địa điểm)$/,
  track: /^(track|theme|chủ đề)$/,
  people: /^(people|speakers?|persons?|diễn giả|người nói|người tham gia)$/,
}

/** A table with a line of column names in either language; null when the first line is none. */
function readCsv(text: string): ImportedAgenda | null {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find((sign) => head.includes(sign))
  if (!delimiter) return null
  const names = head.split(delimiter).map((name) => line(name.replaceAll('"', '')).toLowerCase())
  const found = Object.entries(columns).filter(([, pattern]) => names.some((name) => pattern.test(name)))
  if (found.length < 2 || !found.some(([name]) => name === 'title')) return null
  let rows: string[][]
  try {
    rows = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    })
  } catch (error) {
    throw new Unreadable('broken', error instanceof Error ? line(error.message, 160) : '')
  }
  const sessions = rows.slice(1).map((row, index) => csvSession(row, names, index + 2))
  return { format: 'csv', sessions: withOwnKeys(sessions), notes: ['times-without-zone'] }
}

function csvSession(row: string[], names: string[], number: number): ImportedSession {
  const cell = (column: keyof typeof columns) =>
    line(row[names.findIndex((name) => columns[column]?.test(name))], 5000)
  const date = readDate(cell('date') ?? '')
  const clock = (text: string): ImportedTime | null => {
    const [, hours, minutes] = /(\d{1,2})[:hg.](\d{2})?/i.exec(text) ?? []
    if (timeOf(text)) return timeOf(text)
    return date && hours
      ? { local: `${date}T${hours.padStart(2, '0')}:${(minutes ?? '00').padStart(2, '0')}` }
      : null
  }
  const [startsAt, endsAt] = [clock(cell('start')), clock(cell('end'))]
  const title = cell('title')
  const minutes = durationOf(cell('minutes')) ?? (Number(cell('minutes')) || null)
  return {
    key: `csv ${cell('id') || `${title} ${cell('date')} ${cell('start')}`}`.slice(0, 200),
    row: `line ${number}`,
    title,
    abstract: prose(cell('abstract')),
    kind: kindOf(`${cell('kind')} ${title}`),
    language: null,
    ...{ startsAt, endsAt, minutes },
    room: cell('room').slice(0, 200),
    track: cell('track').slice(0, 200),
    people: cell('people')
      .split(/\s*[;\n|]\s*/)
      .filter(Boolean)
      .flatMap((one) => peopleIn(one) ?? []),
    unclear: startsAt && (endsAt || minutes) ? [] : ['time'],
  }
}
