import type { ColumnOrder } from '#app/shared/tables/date-order.ts'
import type { FileKind } from '#app/shared/tables/file-kind.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'
import type { SerialDates } from './read/serial-dates.ts'

/** A time as a file says it: an instant, what the clocks at the event show, or that without any day. */
export type ImportedTime = { instant: string } | { local: string } | { clock: string }

export type ImportedPerson = {
  name: string
  role: AppearanceRole
  /** What the source calls this person, with the source's name before it; absent where it knows names alone. */
  key?: string
  position?: string
  affiliation?: string
  biography?: string
  email?: string
}

export type ImportedSession = {
  /** What the other system calls it, so that a second run finds it again. */
  key: string
  /** Where it stands in the file, for people: "line 12", "event 101". */
  row: string
  title: string
  abstract: string
  kind: SessionKind
  /** The language its words are in; null when the file does not say. */
  language: Locale | null
  startsAt: ImportedTime | null
  endsAt: ImportedTime | null
  minutes: number | null
  room: string
  track: string
  people: ImportedPerson[]
  /** The films that it shows, as the file names them. */
  films?: string
  /** What of it was not understood, as it stands in the file. */
  unclear: string[]
}

export type ImportedAgenda = {
  format: ImportFormat
  sessions: ImportedSession[]
  /** What the whole file leaves open, as codes. */
  notes: ImportNote[]
  /** The zone that the file names, as the world knows it. */
  zone?: string
  /** How it was read, where it is a table. */
  table?: AgendaTable
  /** The order of the dates of a text. */
  dates?: AgendaTable['dates']
  /** Addresses of rooms, by what the file calls them. */
  addresses?: Record<string, string>
  /** Rooms that a table names with the house they are in, by both together. */
  houses?: Record<string, { room: string; venue: string }>
  /** Files that were chosen with it and gave nothing, with the reason where they could not be read. */
  unread?: UnreadFile[]
}

export type UnreadFile = { name: string; code: Unreadable['code'] | 'unused'; detail: string }

export type AgendaTable = {
  delimiter: string
  /** The line of the header; 0 when there is none. */
  header: number
  columns: { name: string; field: string | null; samples: string[] }[]
  /** Lines above the header, and those that only say a day. */
  above: number[]
  days: number[]
  /** `isChosen`: somebody said so, whatever the dates say. */
  dates: ColumnOrder & { isChosen: boolean }
  /** How dates were read that a spreadsheet left as numbers. */
  serials?: SerialDates
  isUnsure: boolean
}

export const importFormats = [
  'schedule-json',
  'schedule-xml',
  'sessionize',
  'open-event',
  'ics',
  'csv',
  'text',
] as const
export type ImportFormat = (typeof importFormats)[number]
export const importNotes = [
  'times-marked-utc',
  'times-without-zone',
  'recurrences',
  'calendar-guests',
  'day-missing',
  'day-order',
  'year-missing',
  'days-counted',
] as const
export type ImportNote = (typeof importNotes)[number]

export const importLimits = { bytes: 5 * 1024 * 1024, sessions: 5000, depth: 40 }

/** What a file is that is no agenda: its format, or what other systems export beside an agenda. */
export type OtherKind =
  | Exclude<FileKind, 'calendar' | 'json' | 'xml'>
  | 'availability'
  | 'people'
  | 'pretalx-list'
  | 'pretalx-speakers'
  | 'pretalx-widget'
  | 'reply'
  | 'sched'
  | 'sessionize-speakers'
  | 'tasks'

/**
 * Why a file cannot be read at all; `detail` is the number of the line, where that is known, what kind of file it is, or
 * what it says of itself and the names that it has in place of those we know.
 */
export class Unreadable extends Error {
  constructor(
    readonly code:
      | 'unknown-format'
      | 'broken'
      | 'empty'
      | 'too-large'
      | 'too-many'
      | 'doctype'
      | 'other-kind'
      | 'dialect'
      | 'mixed-formats'
      | 'mixed-zones'
      | 'tables-apart',
    readonly detail = '',
  ) {
    super(code)
  }
}

/** The kind of a session from what other systems call it, in either language. */
export function kindOf(words: string): SessionKind {
  const text = words.toLowerCase()
  const found = kinds.find(([pattern]) => pattern.test(text))
  return found ? found[1] : 'talk'
}

const kinds: [RegExp, SessionKind][] = [
  [
    /break|lunch|luncheon|dinner|coffee|tea\b|nghỉ|giải lao|tiệc|ăn trưa|reception|check-?in|đón khách|networking|social/,
    'break',
  ],
  [/screening|chiếu phim|film show/, 'screening'],
  [/keynote|phát biểu chính/, 'keynote'],
  [/round\s?table|bàn tròn/, 'roundtable'],
  [/panel|discussion|thảo luận|toạ đàm|tọa đàm/, 'panel'],
  [/ceremony|opening|closing|signing|welcome|khai mạc|bế mạc|lễ |ký kết|trao giải|chào mừng/, 'ceremony'],
]

// Letters that Vietnamese has and its neighbours in a Latin alphabet have not; Đ and Ă are others' too.
const vietnamese = /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu
const shared = /[đă]/iu
const foreign = /[čćžșțşţłńß]|œ/iu
const englishWords = /(?:^|\s)(?:the|of|and|for|in|on|with|to|a|an|is|are|at|from|by|how)(?=\s|$)/iu

/**
 * The language that words are in, as far as their letters tell. A name or one accent in a text of another language does
 * not make it Vietnamese: a good part of its words must carry signs.
 */
export function languageOf(text: string): Locale | null {
  const plain = text.normalize('NFC')
  if (!vietnamese.test(plain) && (!shared.test(plain) || foreign.test(plain))) return null
  const words = plain.split(/[^\p{L}]+/u).filter(Boolean)
  const signed = words.filter((word) => /[^\p{ASCII}]/u.test(word))
  return signed.length / words.length >= (englishWords.test(plain) ? 0.5 : 0.25) ? 'vi' : null
}

/** One line without controls and doubled spaces. */
export function line(value: unknown, longest = 300): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Z}\s]+/gu, ' ')
    .trim()
    .slice(0, longest)
}

/** Several lines, HTML taken out. */
export function prose(value: unknown, longest = 5000): string {
  if (typeof value !== 'string') return ''
  return value
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/<(br|\/p)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?\/?>|<!--.{0,500}?-->/gis, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, longest)
}

/** Minutes of "01:30", "1:30:00", "90", "135.0:00" and "PT1H30M"; null for what is none, or lasts no time. */
export function durationOf(text: unknown): number | null {
  const words = line(text)
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(words) ?? []
  const [, hour, minute, second] = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(words) ?? []
  const [, whole] = /^(\d{1,4}(?:\.\d+)?)(?::00)?$/.exec(words) ?? []
  const parts =
    hour !== undefined
      ? [0, hour, minute, second]
      : // A number with a fraction before the colon counts minutes; so does a number alone.
        whole !== undefined
        ? [0, 0, whole, 0]
        : [days, hours, minutes, seconds]
  const [d = 0, h = 0, m = 0, s = 0] = parts.map((part) => Number(part ?? 0))
  return Math.round(d * 1440 + h * 60 + m + s / 60) || null
}

/** An ISO time: with a zone an instant, without one what the clocks show. */
export function timeOf(text: unknown): ImportedTime | null {
  const [, local, zone] =
    /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(line(text)) ??
    []
  if (local === undefined) return null
  if (!zone) return { local: local.replace(' ', 'T') }
  const instant = new Date(line(text).replace(' ', 'T'))
  return Number.isNaN(instant.getTime()) ? null : { instant: instant.toISOString() }
}

/** Keys that are used twice get a number: the same talk may stand in two rooms. */
export function withOwnKeys(sessions: ImportedSession[]): ImportedSession[] {
  const seen = new Map<string, number>()
  return sessions.map((session) => {
    const count = (seen.get(session.key) ?? 0) + 1
    seen.set(session.key, count)
    return count === 1 ? session : { ...session, key: `${session.key}#${count}` }
  })
}

/** Who somebody of a file is within it: by the source's id, else by address, else by the name as it is written. */
export function identityIn({ key, email, name }: ImportedPerson): string {
  return key ?? (email ? email.toLowerCase() : name)
}

/** Words with the addresses of links below them, each on a line; those that the words name already are not repeated. */
export function withLinks(text: string, links: readonly { title: string; url: string }[]): string {
  const lines = links.flatMap(({ title, url }) => {
    const address = linkAddress(url)
    if (!address || text.includes(address)) return []
    return [title && title !== address ? `${title}: ${address}` : address]
  })
  return [text, [...new Set(lines)].join('\n')].filter(Boolean).join('\n\n')
}

function linkAddress(url: string): string | null {
  const address = url.trim()
  return /^(?:https?:\/\/|mailto:)\S+$/i.test(address) && address.length <= 1000 ? address : null
}
