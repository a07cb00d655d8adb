import { m } from '#app/paraglide/messages.js'
import type {
  ImportFormat,
  ImportNote,
  OtherKind,
  Unreadable,
  UnreadFile,
} from '../domain/imported-agenda.ts'
import type { ChangedField, PersonField, PlannedRow } from '../domain/plan/planned.ts'

const faults: Record<Unreadable['code'], (line: string) => string> = {
  'unknown-format': () => m['exchange.import.fault-format'](),
  broken: (line) =>
    line ? m['exchange.import.fault-broken-at']({ line }) : m['exchange.import.fault-broken'](),
  empty: (format) =>
    format
      ? m['exchange.import.fault-empty-of']({ format: formatNamed(format) })
      : m['exchange.import.fault-empty'](),
  'too-large': () => m['exchange.import.fault-too-large'](),
  'too-many': () => m['exchange.import.fault-too-many'](),
  doctype: () => m['exchange.import.fault-doctype'](),
  'other-kind': (kind) => others[kind as OtherKind](),
  dialect: dialectText,
  'mixed-formats': (detail) =>
    m['exchange.import.fault-mixed-formats']({ formats: detail.split('\n').map(formatNamed).join(', ') }),
  'mixed-zones': (zones) => m['exchange.import.fault-mixed-zones']({ zones }),
  'tables-apart': () => m['exchange.import.fault-tables-apart'](),
}

const formatNamed = (format: string) => formats[format as ImportFormat]()

/** A dialect as it calls itself, if it does, and by the names that it begins with. */
function dialectText(detail: string): string {
  const [title = '', names = ''] = detail.split('\n')
  if (!names) return m['exchange.import.fault-format']()
  return title
    ? m['exchange.import.fault-dialect-of']({ title, names })
    : m['exchange.import.fault-dialect']({ names })
}

const others: Record<OtherKind, () => string> = {
  archive: m['exchange.import.fault-archive'],
  availability: m['exchange.import.fault-availability'],
  binary: m['exchange.import.fault-binary'],
  contacts: m['exchange.import.fault-contacts'],
  document: m['exchange.import.fault-document'],
  feed: m['exchange.import.fault-feed'],
  html: m['exchange.import.fault-html'],
  office: m['exchange.import.fault-office'],
  people: m['exchange.import.fault-people'],
  pdf: m['exchange.import.fault-pdf'],
  picture: m['exchange.import.fault-picture'],
  'pretalx-list': m['exchange.import.fault-pretalx-list'],
  'pretalx-speakers': m['exchange.import.fault-pretalx-speakers'],
  'pretalx-widget': m['exchange.import.fault-pretalx-widget'],
  reply: m['exchange.import.fault-reply'],
  sched: m['exchange.import.fault-sched'],
  'sessionize-speakers': m['exchange.import.fault-sessionize-speakers'],
  slides: m['exchange.import.fault-slides'],
  spreadsheet: m['exchange.import.fault-spreadsheet'],
  tasks: m['exchange.import.fault-tasks'],
  wrapped: m['exchange.import.fault-wrapped'],
}

const notes: Record<Exclude<ImportNote, 'times-without-zone'>, () => string> = {
  'times-marked-utc': () => m['exchange.import.note-utc'](),
  'calendar-guests': () => m['exchange.import.note-guests'](),
  recurrences: () => m['exchange.import.note-recurrences'](),
  'day-missing': () => m['exchange.import.note-day'](),
  'day-order': () => m['exchange.import.note-order'](),
  'year-missing': () => m['exchange.import.note-year'](),
  'days-counted': () => m['exchange.import.note-counted'](),
}

const formats: Record<ImportFormat, () => string> = {
  'schedule-json': () => 'Schedule JSON',
  'schedule-xml': () => 'Schedule XML',
  sessionize: () => 'Sessionize',
  'open-event': () => 'Open Event',
  ics: () => 'iCalendar',
  csv: () => m['exchange.import.format-table'](),
  text: () => m['exchange.import.format-text'](),
}

const whats: Record<PlannedRow['what'], () => string> = {
  new: () => m['exchange.import.what-new'](),
  changed: () => m['exchange.import.what-changed'](),
  unchanged: () => m['exchange.import.what-unchanged'](),
  kept: () => m['exchange.import.what-kept'](),
  unclear: () => m['exchange.import.what-unclear'](),
}

const unclear: Record<string, () => string> = {
  title: () => m['exchange.import.unclear-title'](),
  time: () => m['exchange.import.unclear-time'](),
  end: () => m['exchange.import.unclear-end'](),
  'end-early': () => m['exchange.import.unclear-end-early'](),
  hour: () => m['exchange.import.unclear-hour'](),
  person: () => m['exchange.import.unclear-person'](),
  cancelled: () => m['exchange.import.unclear-cancelled'](),
  cut: () => m['exchange.import.unclear-cut'](),
  'end-of-next': () => m['exchange.import.unclear-end-of-next'](),
  'odd-marks': () => m['exchange.import.unclear-odd'](),
}

const filmFaults: Record<string, (words: { name: string }) => string> = {
  'film-unknown': m['exchange.import.film-unknown'],
  'film-several': m['exchange.import.film-several'],
}

const changes: Record<ChangedField, () => string> = {
  title: () => m['exchange.import.session'](),
  time: () => m['exchange.import.when'](),
  room: () => m['exchange.import.room'](),
  track: () => m['exchange.import.track'](),
  people: () => m['exchange.import.people'](),
  films: () => m['exchange.import.films'](),
  abstract: () => m['exchange.import.abstract'](),
  kind: () => m['exchange.import.kind'](),
  other: () => m['exchange.import.other-fields'](),
}

const personFields: Record<PersonField, () => string> = {
  name: () => m['exchange.import.person-name'](),
  position: () => m['exchange.import.person-position'](),
  affiliation: () => m['exchange.import.person-affiliation'](),
  biography: () => m['exchange.import.person-biography'](),
}

const rows: Record<string, (number: string) => string> = {
  line: (number) => m['exchange.import.row-line']({ number }),
  event: (number) => m['exchange.import.row-event']({ number }),
  session: (number) => m['exchange.import.row-session']({ number }),
  VEVENT: (number) => m['exchange.import.row-vevent']({ number }),
}

/** Why a file could not be read; `line` is where it breaks, if that is known. */
export const unreadableText = (code: Unreadable['code'], line: string) => faults[code](line)
export const noteLabel = (note: keyof typeof notes) => notes[note]()
export const formatLabel = (format: ImportFormat) => formats[format]()
export const whatLabel = (what: PlannedRow['what']) => whats[what]()
export const personFieldLabel = (field: PersonField) => personFields[field]()
export const changedFieldLabel = (field: ChangedField) => changes[field]()

/** A file that was chosen and gave nothing, and why. */
export function unreadText({ name, code, detail }: UnreadFile): string {
  const why = code === 'unused' ? m['exchange.import.unread-unused']() : faults[code](detail)
  return m['exchange.import.unread-file']({ name, why })
}

/** Where a session stands in its file, for people to find it there. */
export function rowLabel(row: string): string {
  const [, kind = '', number = ''] = /^(\w+) (.*)$/s.exec(row) ?? []
  return rows[kind]?.(number) ?? row
}

/** What was not understood: said of what we know to ask for, shown as it stands in the file otherwise. */
export function unclearText(code: string): string {
  const [, number, words] = /^line (\d+): (.*)$/s.exec(code) ?? []
  if (number && words) return m['exchange.import.unclear-line']({ number, words })
  const [, fault = '', name = ''] = /^(film-\w+) (.*)$/s.exec(code) ?? []
  if (name) return filmFaults[fault]?.({ name }) ?? code
  return unclear[code]?.() ?? m['exchange.import.unclear-words']({ words: code })
}
