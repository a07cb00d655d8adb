import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import {
  type ImportedAgenda,
  type ImportedPerson,
  type ImportedSession,
  kindOf,
  line,
  prose,
  timeOf,
  Unreadable,
  withLinks,
  withOwnKeys,
} from '../imported-agenda.ts'
import { unknownJson } from './dialects.ts'
import { lineOf } from './place-in-file.ts'
import { readScheduleJson } from './read-schedule.ts'

type Tree = Record<string, unknown>
const tree = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {})
const list = (value: unknown): Tree[] => (Array.isArray(value) ? value.map(tree) : [])

/** One JSON file, or several that make one agenda: schedule JSON, Sessionize's views, or Open Event. */
export function readJson(texts: string[]): ImportedAgenda {
  const files = texts.map(parseJson)
  const [agenda] = jsonAgendas(files)
  if (!agenda) throw unknownJson(files[0])
  return agenda.agenda
}

/** The agendas in several JSON files, each with the places of the files it was read from. */
export function jsonAgendas(files: readonly unknown[]): { agenda: ImportedAgenda; used: number[] }[] {
  const whole = files.flatMap((file, at) => {
    const agenda = wholeAgenda(file)
    return agenda ? [{ agenda, used: [at] }] : []
  })
  const taken = new Set(whole.flatMap(({ used }) => used))
  const rest = files.map((file, at) => (taken.has(at) ? null : file))
  const usedBy = (...parts: ((file: unknown) => Tree[])[]) =>
    rest.flatMap((file, at) => (parts.some((of) => of(file).length > 0) ? [at] : []))
  const viewed = rest.flatMap(sessionizeViews)
  if (viewed.length > 0) {
    const agenda = readSessionize({ sessions: viewed, speakers: rest.flatMap(speakersOf) })
    return [...whole, { agenda, used: usedBy(sessionizeViews, speakersOf) }]
  }
  const sessions = rest.flatMap(openEventSessions)
  if (sessions.length === 0) return whole
  const agenda = readOpenEvent(sessions, rest.flatMap(openEventSpeakers))
  return [...whole, { agenda, used: usedBy(openEventSessions, openEventSpeakers) }]
}

/** A file that is an agenda by itself. */
function wholeAgenda(file: unknown): ImportedAgenda | null {
  if ('conference' in tree(tree(file).schedule)) return readScheduleJson(tree(file))
  const all = tree(file)
  if (!Array.isArray(all.sessions) || !('speakers' in all) || !('rooms' in all)) return null
  const isSessionize =
    'categories' in all || 'questions' in all || list(all.sessions).some((session) => 'startsAt' in session)
  return isSessionize ? readSessionize(all) : null
}

/** The file as a value; throws Unreadable where it breaks. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Unreadable('broken', lineOf(text, placeOf(text, error instanceof Error ? error.message : '')))
  }
}

/** Where JSON breaks, as the engine says it: by a number, by the words around it, or by the end. */
function placeOf(text: string, message: string): number {
  const [, position] = /at position (\d+)/.exec(message) ?? []
  if (position) return Number(position)
  const [, around] = /\.\.\."(.+)"\.\.\. is not valid/s.exec(message) ?? []
  return around
    ? text.indexOf(around) + Math.floor(around.length / 2)
    : /end of JSON/.test(message)
      ? text.length
      : -1
}

/** The sessions of Sessionize's other views: GridSmart by day and room, Sessions by group. */
function sessionizeViews(file: unknown): Tree[] {
  return list(file).flatMap((group) => {
    const inRooms = list(group.rooms).flatMap((room) =>
      list(room.sessions).map((one) => ({ room: room.name, ...one })),
    )
    const all = [...inRooms, ...list(group.sessions)]
    return all.filter((one) => 'title' in one && ('startsAt' in one || 'speakers' in one))
  })
}

/** Those of its Speakers view, which names their sessions but not when they are. */
function speakersOf(file: unknown): Tree[] {
  return list(file).filter((one) => 'fullName' in one && 'id' in one)
}

function readSessionize(file: Tree): ImportedAgenda {
  const byId = (all: unknown) => new Map(list(all).map((one) => [String(one.id), one]))
  const [speakers, rooms] = [byId(file.speakers), byId(file.rooms)]
  const items = new Map(
    list(file.categories).flatMap((category) =>
      list(category.items).map((item) => [
        String(item.id),
        { of: line(category.title), name: line(item.name) },
      ]),
    ),
  )
  const sessions = list(file.sessions).map((session): ImportedSession => {
    const chosen = (Array.isArray(session.categoryItems) ? session.categoryItems : []).flatMap(
      (id) => items.get(String(id)) ?? [],
    )
    for (const category of list(session.categories))
      for (const item of list(category.categoryItems))
        chosen.push({ of: line(category.name), name: line(item.name) })
    const of = (pattern: RegExp) => chosen.find((item) => pattern.test(item.of))?.name ?? ''
    const [startsAt, endsAt] = [timeOf(session.startsAt), timeOf(session.endsAt)]
    const ids = Array.isArray(session.speakers) ? session.speakers : []
    return {
      key: `sessionize ${line(session.id)}`,
      row: `session ${line(session.id)}`,
      title: line(session.title),
      abstract: withLinks(prose(session.description), [
        { title: '', url: line(session.liveUrl, 2000) },
        { title: '', url: line(session.recordingUrl, 2000) },
      ]),
      kind: session.isServiceSession ? 'break' : kindOf(`${of(/format|type|dạng/i)} ${line(session.title)}`),
      language: languageNamed(of(/language|sprache|ngôn ngữ/i)),
      startsAt,
      endsAt,
      minutes: null,
      room: line(rooms.get(String(session.roomId))?.name ?? session.room),
      track: of(/track|chủ đề/i),
      people: ids.flatMap((id) => sessionizePerson(speakers.get(String(tree(id).id ?? id)) ?? nameOf(id))),
      unclear: startsAt && endsAt ? [] : ['time'],
    }
  })
  const isLocal = sessions.some((session) => session.startsAt && 'local' in session.startsAt)
  return {
    format: 'sessionize',
    sessions: withOwnKeys(sessions),
    notes: isLocal ? ['times-without-zone'] : [],
  }
}

/** Views name people where they stand: with id and name. */
function nameOf(speaker: unknown): Tree | undefined {
  const { id, name } = tree(speaker)
  return name ? { id, fullName: name } : undefined
}

function sessionizePerson(speaker: Tree | undefined): ImportedPerson[] {
  if (!speaker) return []
  const name = line(speaker.fullName) || line(`${line(speaker.firstName)} ${line(speaker.lastName)}`)
  const position = line(speaker.tagLine)
  const links = list(speaker.links).map((one) => ({ title: line(one.title), url: line(one.url, 2000) }))
  const biography = withLinks(prose(speaker.bio), links)
  const [id, email] = [line(speaker.id), line(speaker.email)]
  if (!name) return []
  return [
    {
      name,
      role: 'speaker' as const,
      ...(id && { key: `sessionize ${id}` }),
      ...(position && { position }),
      ...(biography && { biography }),
      ...(email && { email }),
    },
  ]
}

/** Its files spell their keys differently: `starts-at`, `starts_at`, `start_time`. */
function plainKeys(node: Tree): Tree {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key.replaceAll('-', '_').toLowerCase(), value]),
  )
}

function openEventSessions(file: unknown): Tree[] {
  const rows = Array.isArray(file) ? list(file) : list(tree(file).sessions ?? tree(file).data)
  return rows
    .map((row) => plainKeys({ ...tree(row.attributes), ...row }))
    .filter((row) => 'title' in row && ('starts_at' in row || 'start_time' in row || 'microlocation' in row))
}

function openEventSpeakers(file: unknown): Tree[] {
  const rows = Array.isArray(file) ? list(file) : list(tree(file).speakers)
  return rows
    .map(plainKeys)
    .filter((row) => 'short_biography' in row || 'organisation' in row || 'email' in row)
}

function readOpenEvent(rows: Tree[], speakers: Tree[]): ImportedAgenda {
  const byId = new Map(speakers.map((speaker) => [String(speaker.id), speaker]))
  const sessions = rows.map((row): ImportedSession => {
    const startsAt = timeOf(row.starts_at ?? row.start_time)
    const endsAt = timeOf(row.ends_at ?? row.end_time)
    const type = tree(row.session_type)
    const texts = [line(row.subtitle), prose(row.short_abstract), prose(row.long_abstract)].filter(Boolean)
    const title = line(row.title)
    return {
      key: `open-event ${line(row.id)}`,
      row: `session ${line(row.id)}`,
      title,
      abstract: withLinks(
        [...new Set(texts)].filter((text) => text !== title).join('\n\n'),
        openEventLinks(row),
      ),
      kind: kindOf(`${line(type.name)} ${title}`),
      language: languageNamed(line(row.language)),
      startsAt,
      endsAt,
      minutes: null,
      room: line(tree(row.microlocation).name),
      track: line(tree(row.track).name),
      people: (Array.isArray(row.speakers) ? row.speakers : []).flatMap((speaker: unknown) =>
        openEventPerson(plainKeys(tree(speaker)), byId.get(String(tree(speaker).id ?? speaker))),
      ),
      unclear: startsAt && endsAt ? [] : ['time'],
    }
  })
  const isLocal = sessions.some((session) => session.startsAt && 'local' in session.startsAt)
  return {
    format: 'open-event',
    sessions: withOwnKeys(sessions),
    notes: isLocal ? ['times-without-zone'] : [],
  }
}

function openEventPerson(speaker: Tree, more: Tree | undefined): ImportedPerson[] {
  const name = line(speaker.name ?? more?.name)
  const id = line(speaker.id ?? more?.id)
  const biography = withLinks(
    prose(more?.long_biography ?? more?.short_biography ?? speaker.long_biography ?? speaker.short_biography),
    openEventLinks({ ...more, ...speaker }),
  )
  const [affiliation, position, email] = [
    speaker.organisation ?? more?.organisation,
    more?.position,
    more?.email,
  ].map((one) => line(one))
  if (!name) return []
  return [
    {
      name,
      role: 'speaker',
      ...(affiliation && { affiliation }),
      ...(position && { position }),
      ...(email && { email }),
      ...(id && { key: `open-event ${id}` }),
      ...(biography && { biography }),
    },
  ]
}

function openEventLinks(node: Tree): { title: string; url: string }[] {
  const names = ['website', 'web', 'twitter', 'facebook', 'github', 'linkedin', 'slides', 'video', 'audio']
  return names.map((name) => ({ title: '', url: line(node[name], 2000) }))
}

function languageNamed(words: string): Locale | null {
  const code = words.slice(0, 2).toLowerCase()
  if (/việt|viet/i.test(words)) return 'vi'
  return isLocale(code) ? code : null
}
