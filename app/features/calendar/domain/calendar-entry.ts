import { createEvents, type EventAttributes } from 'ics'
import type { CalendarAnswer, Locale } from '#app/shared/vocabulary.ts'
import {
  calendarAddress,
  longest,
  manyLines,
  oneLine,
  personName,
  refusal,
  webAddress,
} from './calendar-text.ts'
import { plainParameters, unfoldLines } from './finish-lines.ts'
import { type ProgrammePart, programmeLines } from './programme-lines.ts'

/** Words in the entry's language, or with the language they fell back to. */
export type Wording = string | { text: string; lang: Locale }

export type Version = {
  uid: string
  sequence: number
  /** DTSTAMP: when this version was made. */
  issuedAt: Date
}

/** One version of something that stands in a calendar. Same version, same `issuedAt`, same bytes. */
export type CalendarEntry = Version & {
  startsAt: Date
  endsAt: Date
  title: Wording
  description?: Wording | undefined
  location?: Wording | undefined
  geo?: { latitude: number; longitude: number } | null | undefined
  url?: string | undefined
  status: 'confirmed' | 'tentative' | 'cancelled'
  language: Locale
  programme?: ProgrammePart
}

export type Organizer = { name: string; email: string }
export type Attendee = { name: string; email: string; answer?: CalendarAnswer | undefined }
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'
/** What an invitation or a feed says beyond the entry itself. */
type Extras = Pick<EventAttributes, 'organizer' | 'attendees' | 'transp'>

const statuses = { confirmed: 'CONFIRMED', tentative: 'TENTATIVE', cancelled: 'CANCELLED' } as const
const answers = {
  'needs-action': 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
} as const

/** The unfolded lines of a whole file with one VEVENT, or with none. */
export function calendarLines(
  method: CalendarMethod,
  language: Locale,
  entry?: CalendarEntry,
  extras: Extras = {},
): string[] {
  const header = { method, productId: `-//Ban Tron//ban-tron//${language.toUpperCase()}` }
  const { error, value } = createEvents(entry ? [attributes(entry, extras)] : [], header)
  // Its error holds the refused value, which may be personal: none of it goes on.
  if (error || !value) throw refusal('the entry')
  return unfoldLines(value).flatMap((line) => finish(line, entry))
}

export function organizerOf({ name, email }: Organizer): NonNullable<Extras['organizer']> {
  const address = calendarAddress(email, 'organizer.email')
  return { name: personName(name) || address, email: address }
}

export function attendeeOf({
  name,
  email,
  answer = 'needs-action',
}: Attendee): NonNullable<Extras['attendees']>[0] {
  const address = calendarAddress(email, 'attendee.email')
  const partstat = answers[answer]
  if (!partstat) throw refusal('attendee.answer')
  return {
    name: personName(name) || address,
    email: address,
    cutype: 'INDIVIDUAL',
    role: 'REQ-PARTICIPANT',
    partstat,
  }
}

/** The part of an entry that tells one person's from another's, checked. */
export function versionOf({ uid, sequence, issuedAt }: Version) {
  if (!/^[\w.@-]{1,200}$/.test(uid)) throw refusal('uid')
  if (!Number.isInteger(sequence) || sequence < 0 || sequence >= 2 ** 31) throw refusal('sequence')
  return { uid, sequence, timestamp: instant(issuedAt, 'issuedAt') }
}

function attributes(entry: CalendarEntry, extras: Extras): EventAttributes {
  const version = versionOf(entry)
  const title = oneLine(wordsOf(entry.title), longest.title)
  const description = manyLines(wordsOf(entry.description), longest.description)
  const location = oneLine(wordsOf(entry.location), longest.location, ', ')
  const start = instant(entry.startsAt, 'startsAt')
  const end = instant(entry.endsAt, 'endsAt')
  const status = statuses[entry.status]
  if (!title) throw refusal('title')
  if (end <= start) throw refusal('endsAt')
  if (!status) throw refusal('status')
  // Its types lack `timestamp`, which becomes DTSTAMP.
  const timed = { ...version, start, end }
  return {
    ...timed,
    title,
    status,
    ...(description && { description }),
    ...(location && { location }),
    ...(entry.geo && { geo: position(entry.geo) }),
    ...extras,
  }
}

function finish(line: string, entry: CalendarEntry | undefined): string[] {
  if (!entry) return [line]
  const [, property] = /^(SUMMARY|DESCRIPTION|LOCATION):/.exec(line) ?? []
  if (property === 'SUMMARY') return [inLanguage(line, entry.title, entry)]
  if (property === 'DESCRIPTION') return [inLanguage(line, entry.description, entry)]
  if (property === 'LOCATION') return [inLanguage(line, entry.location, entry)]
  // The pattern for URLs in `ics` refuses legal ones and blocks for many seconds on some others.
  if (line === 'END:VEVENT')
    return [
      ...(entry.url ? [`URL:${webAddress(entry.url, 'url')}`] : []),
      ...(entry.programme ? programmeLines(entry.programme) : []),
      line,
    ]
  return [plainParameters(line)]
}

function inLanguage(line: string, wording: Wording | undefined, entry: CalendarEntry): string {
  const language = typeof wording === 'object' ? wording.lang : entry.language
  return line.replace(':', `;LANGUAGE=${language}:`)
}

function wordsOf(wording: Wording | undefined): string {
  return typeof wording === 'object' ? wording.text : (wording ?? '')
}

/** Whole seconds since 1970, in milliseconds: arrays would be read in the server's zone. */
function instant(value: Date, field: string): number {
  const time = Math.floor(value.getTime() / 1000) * 1000
  if (!(time >= 0 && time < Date.UTC(10000, 0))) throw refusal(field)
  return time
}

function position({ latitude, longitude }: { latitude: number; longitude: number }) {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw refusal('geo')
  return { lat: Number(latitude.toFixed(6)), lon: Number(longitude.toFixed(6)) }
}
