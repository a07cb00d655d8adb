import { type ImportedAgenda, importLimits, type OtherKind, Unreadable } from './imported-agenda.ts'
import { plainWords } from './plain-words.ts'
import { type Reading, readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import { readJson } from './read-json.ts'
import { readScheduleXml } from './read-schedule.ts'
import { readText } from './read-text.ts'

/**
 * Reads what was uploaded or pasted, whatever of the known formats it is. Throws Unreadable with the place that is wrong.
 * `firstDay` is that of the event: days without a year, or counted, are told by it; its zone suggests the order of dates.
 */
export function readAgenda(texts: string[], reading: Reading = {}): ImportedAgenda {
  const given = texts
    .map((text) =>
      text
        .replace(/^\uFEFF/, '')
        .replaceAll('\u0000', '')
        .trimEnd(),
    )
    .filter(Boolean)
  const [first = ''] = given
  if (!first) throw new Unreadable('empty')
  const agenda = readOne(first, given, reading)
  if (agenda.sessions.length > importLimits.sessions) throw new Unreadable('too-many')
  // Of a table whose columns nobody knows yet, people are asked.
  const isAsked = agenda.table?.isUnsure && agenda.table.columns.length > 1
  if (agenda.sessions.length === 0 && !isAsked) throw new Unreadable('empty')
  return withoutPlaces(agenda, reading.places ?? [])
}

/** Who bears the name of a room or a house of the event is that place: the session's, if it has none. */
function withoutPlaces(agenda: ImportedAgenda, places: readonly string[]): ImportedAgenda {
  const known = new Set(places.map(plainWords).filter(Boolean))
  if (known.size === 0 || !['csv', 'text'].includes(agenda.format)) return agenda
  const sessions = agenda.sessions.map((one) => {
    const found = one.people.filter(({ name }) => known.has(plainWords(name)))
    if (found.length === 0) return one
    const people = one.people.filter((person) => !found.includes(person))
    return { ...one, people, room: one.room || (found[0]?.name ?? '') }
  })
  return { ...agenda, sessions }
}

// What people upload that is no agenda as it stands: by how it begins.
const otherKinds: [RegExp, OtherKind][] = [
  [/^<!--\s*BEGIN:VCALENDAR/i, 'wrapped'],
  [/^(?:<!doctype html|<html)[\s>]/i, 'html'],
  [/^(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i, 'feed'],
  [/^%PDF-/, 'pdf'],
  [/^ÐÏ/, 'office'],
  [/^\{\\rtf/, 'office'],
  [/^BEGIN:VCARD/i, 'contacts'],
]

function readOne(given: string, all: string[], reading: Reading): ImportedAgenda {
  const first = given.trimStart()
  if (first.startsWith('PK\u0003\u0004')) throw new Unreadable('other-kind', 'archive')
  const other = otherKinds.find(([pattern]) => pattern.test(first))?.[1]
  if (other) throw new Unreadable('other-kind', other)
  if (/^[[{]/.test(first)) return readJson(all)
  if (first.startsWith('<')) return readScheduleXml(first)
  if (/^BEGIN:VCALENDAR/i.test(first)) return readIcs(first)
  return readCsv(given, reading) ?? readText(given, reading.firstDay)
}
