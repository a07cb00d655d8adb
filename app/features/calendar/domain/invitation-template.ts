import { LRUCache } from 'lru-cache'
import {
  type attendeeOf,
  type CalendarEntry,
  calendarLines,
  type organizerOf,
  type Version,
  versionOf,
} from './calendar-entry.ts'
import { foldLines } from './finish-lines.ts'

type Parties = { organizer: ReturnType<typeof organizerOf>; attendee: ReturnType<typeof attendeeOf> }
type Given = { version: ReturnType<typeof versionOf> } & Parties
/** Ready bytes, or a line that is written for each person. */
type Piece = string | ((given: Given) => string)

const kept = new LRUCache<string, Piece[]>({ max: 200 })

// What stands in the template where a person's own words will be: the lines around it are the same for all.
const somebody: Version = { uid: 'somebody', sequence: 1, issuedAt: new Date(0) }
const name = 'Somebody'
const email = 'somebody@example.org'

/**
 * One person's file: `ics` is slow and checks everything, so what all guests of an event have in common goes through it
 * once. The bytes are those it would write for each.
 */
export function invitationText(
  method: 'REQUEST' | 'CANCEL',
  { uid, sequence, issuedAt, ...shared }: CalendarEntry,
  parties: Parties,
): string {
  const given = { version: versionOf({ uid, sequence, issuedAt }), ...parties }
  const { name: _, email: __, ...manner } = parties.attendee
  const said = JSON.stringify([method, shared, manner])
  const pieces = kept.get(said) ?? templateOf(method, shared, manner)
  kept.set(said, pieces)
  return pieces.map((piece) => (typeof piece === 'string' ? piece : foldLines([piece(given)]))).join('')
}

function templateOf(
  method: 'REQUEST' | 'CANCEL',
  shared: Omit<CalendarEntry, keyof Version>,
  manner: Omit<Parties['attendee'], 'name' | 'email'>,
): Piece[] {
  const parties = { organizer: { name, email }, attendees: [{ ...manner, name, email }] }
  const lines = calendarLines(method, shared.language, { ...shared, ...somebody }, parties)
  return lines.map((line) => ownLine(line) ?? foldLines([line]))
}

function ownLine(line: string): Piece | null {
  if (line.startsWith('UID:')) return ({ version }) => `UID:${version.uid}`
  if (line.startsWith('SEQUENCE:')) return ({ version }) => `SEQUENCE:${version.sequence}`
  if (line.startsWith('DTSTAMP:')) return ({ version }) => `DTSTAMP:${inUtc(version.timestamp)}`
  if (line.startsWith('ORGANIZER;')) return ({ organizer }) => partyLine(line, organizer)
  if (line.startsWith('ATTENDEE;')) return ({ attendee }) => partyLine(line, attendee)
  return null
}

function partyLine(line: string, party: { name?: string | undefined; email?: string | undefined }): string {
  // The address first: no address holds a quotation mark, while a name may hold anything.
  return line
    .replace(`mailto:${email}`, () => `mailto:${party.email ?? ''}`)
    .replace(`"${name}"`, () => `"${party.name ?? ''}"`)
}

function inUtc(timestamp: number): string {
  return new Date(timestamp).toISOString().replace(/\.\d+|[-:]/g, '')
}
