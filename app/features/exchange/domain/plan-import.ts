import type { DraftAppearance, DraftFields, DraftSession } from '#app/features/agenda/domain/draft-edit.ts'
import { sameValue } from '#app/features/agenda/domain/draft-edit.ts'
import { fitTurns, lengthOf } from '#app/features/agenda/domain/turns.ts'
import { edit, type TranslatedText, write } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import {
  type ImportedAgenda,
  type ImportedPerson,
  type ImportedSession,
  type ImportedTime,
  languageOf,
} from './imported-agenda.ts'

export type KnownPerson = { id: string; name: string; words: string; email: string | null }
export type KnownPlace = { id: string; name: TranslatedText }

export type ImportContext = {
  sessions: readonly (DraftSession & { importKey: string | null })[]
  rooms: readonly KnownPlace[]
  tracks: readonly KnownPlace[]
  people: readonly KnownPerson[]
  /** A local time of the event as an instant; null for one that the clocks skip or show twice. */
  instantOf: (local: string) => string | null
  /** What organizers decided about what the file leaves open. */
  choices: ImportChoices
}

export type ImportChoices = {
  /** Times marked as UTC that are really those of the wall. */
  readAsLocal: boolean
  /** For a name that is not clear: the id of a known person, or `new`. */
  people: Record<string, string>
  /** Titles for sessions that came without one, by row. */
  titles: Record<string, string>
}

export type PersonQuestion = { name: string; candidates: { id: string; name: string }[] }
export type PlannedRow = {
  row: string
  key: string
  sessionId: string | null
  what: 'new' | 'changed' | 'unchanged' | 'unclear'
  title: string
  /** Codes, or lines of the file that were not understood. */
  unclear: string[]
  fields: PlannedFields | null
}
/** What a row would make of its session; rooms, tracks and people that are not there yet are named. */
export type PlannedFields = Omit<DraftFields, 'roomId' | 'trackId' | 'appearances'> & {
  room: string
  track: string
  people: (ImportedPerson & { personId: string | null; minutes: number | null; deputyForId: string | null })[]
}
export type ImportPlan = {
  rows: PlannedRow[]
  questions: PersonQuestion[]
  newRooms: string[]
  newTracks: string[]
  newPeople: ImportedPerson[]
}

/**
 * What an import would do, row by row. People are matched by address, or by a name that one known person alone bears,
 * with or without diacritics; a name in another order, or one of several, is asked about and never guessed.
 */
export function planImport(agenda: ImportedAgenda, context: ImportContext): ImportPlan {
  const questions = new Map<string, PersonQuestion>()
  const newPeople = new Map<string, ImportedPerson>()
  const matcher = matchPeople(context.people)
  const known = new Map(
    context.sessions.flatMap((one) => (one.importKey ? [[one.importKey, one] as const] : [])),
  )
  const rows = agenda.sessions.map((session): PlannedRow => {
    const before = known.get(session.key)
    const people = session.people.map((one) => {
      const found = matcher(one, context.choices.people[one.name])
      if (found.kind === 'unclear') questions.set(one.name, { name: one.name, candidates: found.candidates })
      if (found.kind === 'new') newPeople.set(plain(one.name), { ...newPeople.get(plain(one.name)), ...one })
      const own = before?.appearances.find((each) => found.kind === 'known' && each.personId === found.id)
      const kept = { minutes: own?.minutes ?? null, deputyForId: own?.deputyForId ?? null }
      return {
        ...one,
        ...kept,
        personId: found.kind === 'known' ? found.id : null,
        isAsked: found.kind === 'unclear',
      }
    })
    const isAsked = people.some((one) => one.isAsked)
    return rowOf(session, before, onceEach(people), isAsked, context)
  })
  const used = rows.flatMap((row) => (row.fields ? [row.fields] : []))
  const missing = (names: string[], places: readonly KnownPlace[]) => [
    ...new Set(names.filter((name) => name && !placeNamed(places, name))),
  ]
  return {
    rows,
    questions: [...questions.values()],
    newRooms: missing(
      used.map((one) => one.room),
      context.rooms,
    ),
    newTracks: missing(
      used.map((one) => one.track),
      context.tracks,
    ),
    newPeople: [...newPeople.values()],
  }
}

type PlannedPerson = PlannedFields['people'][number]

function onceEach(people: (PlannedPerson & { isAsked: boolean })[]): PlannedPerson[] {
  const seen = new Set<string>()
  return people.flatMap(({ isAsked, ...one }) => {
    const key = `${one.personId ?? plain(one.name)} ${one.role}`
    if (seen.has(key)) return []
    seen.add(key)
    return [one]
  })
}

function rowOf(
  session: ImportedSession,
  before: DraftSession | undefined,
  people: PlannedPerson[],
  isAsked: boolean,
  context: ImportContext,
): PlannedRow {
  const title = session.title || (context.choices.titles[session.row] ?? '')
  const startsAt = instant(session.startsAt, context)
  const endsAt = instant(session.endsAt, context) ?? endOf(startsAt, session.minutes)
  const isBackwards = startsAt !== null && endsAt !== null && endsAt <= startsAt
  const left = session.unclear.filter((one) => one !== 'title' && one !== 'time' && one !== 'length')
  const unclear = [
    ...(title ? [] : ['title']),
    ...(startsAt && endsAt && !isBackwards ? [] : ['time']),
    ...(isAsked ? ['person'] : []),
    ...left,
  ]
  const common = { row: session.row, key: session.key, sessionId: before?.id ?? null, title, unclear }
  if (!title || isAsked) return { ...common, what: 'unclear', fields: null }
  const language = session.language ?? languageOf(`${title} ${session.abstract}`) ?? 'en'
  const slot = startsAt && endsAt && !isBackwards ? { startsAt, endsAt } : { startsAt: null, endsAt: null }
  const fields: PlannedFields = {
    kind: session.kind,
    title: worded(before?.title, title, language),
    abstract: worded(before?.abstract, session.abstract, language),
    languages: before?.languages ?? (session.language ? [session.language] : []),
    interpretation: before?.interpretation ?? [],
    ...slot,
    capacity: before?.capacity ?? null,
    signUp: before?.signUp ?? false,
    dropped: before?.dropped ?? false,
    room: session.room,
    track: session.track,
    people,
  }
  const what = !before ? 'new' : isSame(before, fields, context) ? 'unchanged' : 'changed'
  return { ...common, what, fields }
}

/** The words of one language; those of the other, written here since, stay. */
function worded(before: TranslatedText | undefined, text: string, language: Locale): TranslatedText {
  if (!before) return text ? write({ [language]: text }, language) : {}
  return edit(before, { vi: before.vi, en: before.en, [language]: text || before[language] }, language)
}

function isSame(before: DraftSession, fields: PlannedFields, context: ImportContext): boolean {
  const { room, track, people, ...same } = fields
  const roomId = placeNamed(context.rooms, room)?.id ?? (room ? 'new' : null)
  const trackId = placeNamed(context.tracks, track)?.id ?? (track ? 'new' : null)
  const appearances = people.map(
    ({ personId, role, minutes, deputyForId }): DraftAppearance => ({
      ...{ personId: personId ?? 'new', role, minutes, deputyForId },
    }),
  )
  const after = { ...same, roomId, trackId, appearances: fitTurns(appearances, lengthOf(same)) }
  const { id, slug, ...stored } = before
  const own = Object.fromEntries(Object.keys(after).map((key) => [key, stored[key as keyof typeof stored]]))
  return sameValue(own, after)
}

function instant(time: ImportedTime | null, { instantOf, choices }: ImportContext): string | null {
  if (!time) return null
  if ('local' in time) return instantOf(time.local)
  return choices.readAsLocal ? instantOf(time.instant.slice(0, 16)) : time.instant
}

function endOf(startsAt: string | null, minutes: number | null): string | null {
  return startsAt && minutes ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null
}

export function placeNamed(places: readonly KnownPlace[], name: string): KnownPlace | undefined {
  const wanted = plain(name)
  return wanted
    ? places.find((place) => [place.name.vi, place.name.en].some((own) => own && plain(own) === wanted))
    : undefined
}

type Match =
  | { kind: 'known'; id: string }
  | { kind: 'new' }
  | { kind: 'unclear'; candidates: PersonQuestion['candidates'] }

function matchPeople(known: readonly KnownPerson[]) {
  const byName = new Map<string, KnownPerson[]>()
  const byWords = new Map<string, KnownPerson[]>()
  for (const one of known) {
    const [name, turned] = [plain(one.name), sorted(one.name)]
    byName.set(name, [...(byName.get(name) ?? []), one])
    byWords.set(turned, [...(byWords.get(turned) ?? []), one])
  }
  const byEmail = new Map(
    known.flatMap((one) => (one.email ? [[one.email.toLowerCase(), one] as const] : [])),
  )
  return ({ name, email }: ImportedPerson, chosen: string | undefined): Match => {
    if (chosen === 'new') return { kind: 'new' }
    if (chosen && known.some((one) => one.id === chosen)) return { kind: 'known', id: chosen }
    const addressed = email && byEmail.get(email.toLowerCase())
    if (addressed) return { kind: 'known', id: addressed.id }
    const named = byName.get(plain(name)) ?? []
    const [only] = named
    if (only && named.length === 1) return { kind: 'known', id: only.id }
    const candidates = (named.length > 0 ? named : (byWords.get(sorted(name)) ?? [])).map(
      ({ id, name: own }) => ({ id, name: own }),
    )
    return candidates.length > 0 ? { kind: 'unclear', candidates } : { kind: 'new' }
  }
}

/** Without case, diacritics and doubled spaces. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

const sorted = (name: string) => plain(name).split(' ').sort().join(' ')
