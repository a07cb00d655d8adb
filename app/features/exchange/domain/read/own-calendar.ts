import type ICAL from 'ical.js'
import { longest } from '#app/features/calendar/domain/calendar-text.ts'
import { programmeNames } from '#app/features/calendar/domain/programme-lines.ts'
import { type SessionKind, sessionKinds } from '#app/shared/vocabulary.ts'
import { type ImportedPerson, line, prose } from '../imported-agenda.ts'

type OwnPart = {
  kind: SessionKind
  room: string
  people: ImportedPerson[]
  abstract: string
  /** The text was longer than a calendar holds. */
  isCut: boolean
}

/** What our own calendars say of a session beyond what calendars know; null for an event of another. */
export function ownPart(event: ICAL.Component): OwnPart | null {
  const kind = line(event.getFirstPropertyValue(programmeNames.kind))
  const known = sessionKinds.find((one) => one === kind)
  if (!known) return null
  const people = event.getAllProperties(programmeNames.person).map((property): ImportedPerson => {
    const id = line(property.getFirstParameter(programmeNames.id), 80)
    return {
      name: unescaped(property.getFirstValue()),
      role: 'speaker',
      ...(id && { key: `schedule ${id}` }),
    }
  })
  const description = event.getFirstPropertyValue('description')
  const text = typeof description === 'string' ? description : ''
  const names = people.map(({ name }) => name).join(', ')
  const url = line(event.getFirstPropertyValue('url'), 2000)
  return {
    kind: known,
    room: unescaped(event.getFirstPropertyValue(programmeNames.room)),
    people,
    abstract: prose(withoutEnd(withoutEnd(text, url), names)),
    isCut: text.length >= longest.description - 1 && text.endsWith('…'),
  }
}

/** The address and the names stand below the text, each after an empty line. */
function withoutEnd(text: string, end: string): string {
  return end && text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text
}

// Readers of calendars leave what they do not know as it is written.
const unescaped = (value: unknown) => line(String(value ?? '').replace(/\\([\\;,])/g, '$1'))
