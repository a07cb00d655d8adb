import { readPeople } from '#app/features/people/domain/import/read-people.ts'
import { fileKindOf } from '#app/shared/tables/file-kind.ts'
import { type ImportedAgenda, importLimits, Unreadable } from '../imported-agenda.ts'
import { plainText } from './plain-text.ts'
import { type Reading, readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import { readJson } from './read-json.ts'
import { readScheduleXml } from './read-schedule.ts'
import { readSeveral } from './read-several.ts'
import { readText } from './read-text.ts'

/**
 * Reads what was uploaded or pasted, whatever of the known formats it is. Throws Unreadable with the place that is wrong.
 * `firstDay` is that of the event: days without a year, or counted, are told by it; its zone suggests the order of dates.
 */
export function readAgenda(texts: string[], reading: Reading = {}): ImportedAgenda {
  const given = texts.flatMap((raw, at) => {
    const text = raw
      .replace(/^\uFEFF/, '')
      .replaceAll('\u0000', '')
      .trimEnd()
    return text ? [{ name: reading.names?.[at] ?? '', text }] : []
  })
  const [only] = given
  if (!only) throw new Unreadable('empty')
  const agenda =
    given.length === 1 ? readOne(only.text, reading) : readSeveral(given, (text) => readOne(text, reading))
  if (agenda.sessions.length > importLimits.sessions) throw new Unreadable('too-many')
  return withoutPlaces(agenda, reading.places ?? [])
}

/** Who bears the name of a room or a house of the event is that place: the session's, if it has none. */
function withoutPlaces(agenda: ImportedAgenda, places: readonly string[]): ImportedAgenda {
  const known = new Set(places.map(plainText).filter(Boolean))
  if (known.size === 0 || !['csv', 'text'].includes(agenda.format)) return agenda
  const sessions = agenda.sessions.map((one) => {
    const found = one.people.filter(({ name }) => known.has(plainText(name)))
    if (found.length === 0) return one
    const people = one.people.filter((person) => !found.includes(person))
    return { ...one, people, room: one.room || (found[0]?.name ?? '') }
  })
  return { ...agenda, sessions }
}

function readOne(given: string, reading: Reading): ImportedAgenda {
  const agenda = readAs(given, reading)
  // Of a table whose columns nobody knows yet, people are asked.
  const isAsked = agenda.table?.isUnsure && agenda.table.columns.length > 1
  const isWritten = agenda.format === 'csv' || agenda.format === 'text'
  if (agenda.sessions.length === 0 && !isAsked) throw new Unreadable('empty', isWritten ? '' : agenda.format)
  return agenda
}

function readAs(given: string, reading: Reading): ImportedAgenda {
  const first = given.trimStart()
  const kind = fileKindOf(first)
  if (kind === 'json') return readJson([first])
  if (kind === 'xml') return readScheduleXml(first)
  if (kind === 'calendar') return readIcs(first)
  if (kind) throw new Unreadable('other-kind', kind)
  if (reading.isText) return readText(given, reading)
  const table = readCsv(given, reading)
  if (!hasTimes(table) && isPeople(given, reading)) throw new Unreadable('other-kind', 'people')
  return table ?? readText(given, reading)
}

const hasTimes = (agenda: ImportedAgenda | null) =>
  agenda?.table?.columns.some(({ field }) => ['date', 'start', 'end', 'minutes'].includes(field ?? ''))

/** A table of people and their addresses, which nobody chose to read otherwise. */
function isPeople(given: string, { choices = {} }: Reading): boolean {
  if (Object.keys(choices).length > 0) return false
  const fields = readPeople(given).table?.columns.map(({ field }) => field) ?? []
  return fields.includes('email') && fields.some((field) => field === 'name' || field === 'given')
}
