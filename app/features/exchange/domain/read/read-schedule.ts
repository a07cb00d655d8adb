import { XMLParser } from 'fast-xml-parser'
import { knownZone } from '#app/shared/time/zone-clock.ts'
import { isLocale, sessionKinds } from '#app/shared/vocabulary.ts'
import {
  durationOf,
  type ImportedAgenda,
  type ImportedPerson,
  type ImportedSession,
  type ImportedTime,
  importLimits,
  kindOf,
  line,
  prose,
  timeOf,
  Unreadable,
  withLinks,
  withOwnKeys,
} from '../imported-agenda.ts'
import { noRoomYet, ownGenerator } from '../schedule.ts'
import { dialectOf } from './dialects.ts'
import { isName } from './people-in-text.ts'
import { lineOf } from './place-in-file.ts'
import { daysAfter, readDate } from './read-day.ts'

type Tree = Record<string, unknown>
const tree = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {})
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]

/** The schedule JSON of frab, pretalx and the c3voc. */
export function readScheduleJson(file: Tree): ImportedAgenda {
  const conference = tree(tree(file.schedule).conference)
  const around = { source: sourceOf(conference), isOwn: words(tree(file.generator).name) === ownGenerator }
  const sessions = list(conference.days).flatMap((day) =>
    Object.entries(tree(tree(day).rooms)).flatMap(([room, events]) =>
      list(events).map((event) => sessionOf(tree(event), { room, day: tree(day), ...around })),
    ),
  )
  const notes = markedAsUtc(sessions, file)
  const addresses = addressesIn(file)
  const said = { notes, ...zoneOf(conference), ...(addresses && { addresses }) }
  return { format: 'schedule-json', sessions: withOwnKeys(sessions), ...said }
}

/** The schedule.xml of pentabarf, frab, pretalx and others. No DTD is read: nothing in the file can name another. */
export function readScheduleXml(text: string): ImportedAgenda {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Unreadable('doctype')
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    htmlEntities: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: true,
    maxNestedTags: importLimits.depth,
    isArray: (name) => ['day', 'room', 'event', 'person'].includes(name),
  })
  let parsed: Tree
  try {
    parsed = tree(parser.parse(text, true))
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    // Of what was never closed, the parser names the beginning.
    if (/unclosed|not closed|^Invalid '\[/i.test(message))
      throw new Unreadable('broken', lineOf(text, text.length))
    const [, number = ''] = /:(\d+):\d+$/.exec(message) ?? []
    throw new Unreadable('broken', number)
  }
  if (!('schedule' in parsed)) throw dialectOf(parsed)
  const conference = tree(tree(parsed.schedule).conference)
  const generator = line(tree(tree(parsed.schedule).generator)['@name'])
  const around = { source: sourceOf(conference), isOwn: generator === ownGenerator }
  const sessions = list(tree(parsed.schedule).day).flatMap((day) =>
    list(tree(day).room).flatMap((room) =>
      list(tree(room).event).map((event) =>
        sessionOf(tree(event), { room: line(tree(room)['@name']), day: tree(day), ...around }),
      ),
    ),
  )
  if (sessions.length === 0) throw dialectOf(parsed, parsed.schedule)
  const notes = markedAsUtc(sessions, parsed)
  return { format: 'schedule-xml', sessions: withOwnKeys(sessions), notes, ...zoneOf(conference) }
}

/** The addresses of rooms, of a file that we wrote: elsewhere a description is any prose. */
function addressesIn({ generator, schedule }: Tree): Record<string, string> | null {
  if (words(tree(generator).name) !== ownGenerator) return null
  const rooms = list(tree(tree(schedule).conference).rooms).map(tree)
  const named = rooms.flatMap(({ name, description }): [string, string][] => {
    const [room, address] = [words(name), line(description, 500)]
    return room && address ? [[room, address]] : []
  })
  return Object.fromEntries(named.slice(0, 1000))
}

/** Whose numbers the ids of people are: those of one conference say nothing of another's. */
const sourceOf = (conference: Tree) => (words(conference.acronym) || words(conference.title)).slice(0, 80)

function zoneOf(conference: Tree): Pick<ImportedAgenda, 'zone'> {
  const zone = knownZone(words(conference.time_zone_name))
  return zone ? { zone } : {}
}

const words = (value: unknown): string => line(textIn(value))
const textIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return textIn(value[0])
  const node = tree(value)
  return typeof value === 'object' ? (node['#text'] ?? node.en ?? node.vi ?? node.name ?? '') : value
}

type Around = { room: string; day: Tree; source: string; isOwn: boolean }

// How a file of ours tells what a screening shows: no words of the session.
const filmPage = /\/(?:vi|en)\/events\/[^/]+\/films\/[^/]+$/

function sessionOf(event: Tree, { room, day, source, isOwn }: Around): ImportedSession {
  const id = line(event.guid ?? event['@guid'] ?? event.id ?? event['@id'])
  const language = words(event.language).slice(0, 2).toLowerCase()
  const subtitle = words(event.subtitle)
  const startsAt = timeOf(textIn(event.date)) ?? onDay(day, words(event.start))
  const minutes = durationOf(textIn(event.duration))
  const texts = [subtitle, prose(textIn(event.abstract)), prose(textIn(event.description))].filter(Boolean)
  const title = words(event.title)
  const links = [event.links, event.attachments]
    .flatMap(linksOf)
    .filter(({ url }) => !(isOwn && filmPage.test(url)))
  return {
    key: id || `${room} ${words(event.date)}`,
    row: `event ${line(event.id ?? event['@id']) || id}`,
    title,
    abstract: withLinks([...new Set(texts)].join('\n\n'), links),
    kind: sessionKinds.find((kind) => kind === words(event.type)) ?? kindOf(`${words(event.type)} ${title}`),
    language: isLocale(language) ? language : null,
    startsAt,
    endsAt: null,
    minutes,
    room: [words(event.room) || room].filter((name) => !roomless.has(name)).join(''),
    track: words(event.track),
    people: [
      ...list(tree(event.persons).person ?? event.persons).flatMap((one) => personOf(one, source) ?? []),
      ...looselyNamed(list(event.person), source),
    ],
    unclear: [...(startsAt ? [] : ['time']), ...(minutes ? [] : ['length'])],
  }
}

// What our own export calls the place of sessions that have none.
const roomless = new Set(Object.values(noRoomYet))

/** Older files say the day once and the clock at each event; what is before the day begins is of the night after it. */
function onDay(day: Tree, clock: string): ImportedTime | null {
  const [date, [hours, minutes]] = [readDate(line(day['@date'] ?? day.date)), clock.split(':')]
  if (!date || !/^\d{1,2}:\d{2}$/.test(clock)) return null
  const starts = /T(\d{2}:\d{2})/.exec(line(day['@start'] ?? day.day_start))?.[1] ?? ''
  const at = `${hours?.padStart(2, '0')}:${minutes}`
  return { local: `${at < starts ? daysAfter(date, 1) : date}T${at}` }
}

/** Links as these formats write them: as attributes, as elements, or as bare addresses. */
function linksOf(value: unknown): { title: string; url: string }[] {
  const inside = tree(value)
  const all = list(inside.link ?? inside.attachment ?? (Array.isArray(value) ? value : []))
  return all.map((one) => {
    const node = tree(one)
    const url = line(node['@href'] ?? node.url ?? node.href ?? node['#text'] ?? textIn(one), 2000)
    return { title: line(node.title ?? node.name ?? node['#text'] ?? ''), url }
  })
}

/** A person as the format sets them apart: whatever stands in the name, a comma too, belongs to it. */
function personOf(value: unknown, source: string): ImportedPerson | null {
  const node = tree(value)
  const name = line(node.public_name ?? node.name ?? node.full_public_name ?? textIn(value))
  if (!name) return null
  const guid = line(node.guid ?? node['@guid'] ?? node.code ?? node['@code'])
  const number = line(node.id ?? node['@id'])
  const key = guid || (number && `${source}/${number}`)
  const about = prose(node.biography ?? node.description ?? node.abstract)
  const biography = withLinks(about, linksOf(node.links))
  return {
    name,
    role: 'speaker',
    ...(key && { key: `schedule ${key.slice(0, 160)}` }),
    ...(biography && { biography }),
  }
}

/** Hand-made files write all people of an event into one element beside the list, as in "Anna Muster, Bo Beispiel". */
function looselyNamed(values: unknown[], source: string): ImportedPerson[] {
  const people = values.flatMap((one) => personOf(one, source) ?? [])
  const [only] = people
  if (!only || people.length > 1 || only.key) return people
  const names = only.name.split(/\s*[,;]\s+/)
  return names.every(isName) ? names.map((name) => ({ name, role: 'speaker' as const })) : people
}

/**
 * Hand-made files mark the times of the wall as UTC: every time ends in Z, and `start` shows the same hour. Whether they
 * mean it so is asked.
 */
function markedAsUtc(sessions: ImportedSession[], file: Tree): ImportedAgenda['notes'] {
  const dates = JSON.stringify(file).match(/"date":\s*"[^"]*T[^"]*"/g) ?? []
  const isUtc = sessions.length > 0 && dates.length > 0 && dates.every((date) => date.endsWith('Z"'))
  return isUtc ? ['times-marked-utc'] : []
}
