import type { DraftAppearance, DraftFields, DraftSession } from '#app/features/agenda/domain/draft-edit.ts'
import { sameValue } from '#app/features/agenda/domain/draft-edit.ts'
import { fitTurns, lengthOf } from '#app/features/agenda/domain/turns.ts'
import { edit, type TranslatedText, write } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { findEarlier } from './find-earlier.ts'
import {
  type ImportedAgenda,
  type ImportedPerson,
  type ImportedSession,
  type ImportedTime,
  languageOf,
} from './imported-agenda.ts'
import { type Candidate, matchPeople } from './match-people.ts'
import { plainWords } from './plain-words.ts'
import type {
  BeforeWords,
  ChangedField,
  EarlierSession,
  ImportContext,
  ImportPlan,
  KnownPlace,
  PersonQuestion,
  PlannedFields,
  PlannedPerson,
  PlannedRow,
  SeenPerson,
} from './planned.ts'

const fieldNames: Record<string, ChangedField> = {
  ...{ title: 'title', abstract: 'abstract', startsAt: 'time', endsAt: 'time' },
  ...{ roomId: 'room', trackId: 'track', appearances: 'people' },
}

/**
 * What an import would do, row by row. A session is found again by what the file calls it; what the file does not say
 * stays as it is here.
 */
export function planImport(agenda: ImportedAgenda, context: ImportContext): ImportPlan {
  const questions = new Map<string, PersonQuestion>()
  const newPeople = new Map<string, ImportedPerson>()
  const match = matchPeople(context.people)
  const earlier = findEarlier(agenda, context.sessions, (session) => instant(session.startsAt, context))
  const rows = agenda.sessions.map((session): PlannedRow => {
    const before = earlier.get(session.key)
    const there = new Map((before?.appearances ?? []).map((one) => [one.personId, one]))
    const chosen = context.choices.people
    const people = session.people.map((one) => {
      const found = match(one, chosen[one.name], new Set(there.keys()))
      if (found.candidates.length > 0) ask(questions, one.name, session.row, found.candidates, chosen)
      if (found.kind === 'new') {
        const key = plainWords(one.name)
        newPeople.set(key, { ...newPeople.get(key), ...one })
      }
      const own = there.get(found.person?.id ?? '')
      return {
        ...one,
        // Files that know no roles name everybody a speaker.
        role: one.role === 'speaker' && own ? own.role : one.role,
        ...{ minutes: own?.minutes ?? null, deputyForId: own?.deputyForId ?? null },
        ...{ personId: found.person?.id ?? null, known: found.person, isAsked: found.kind === 'unclear' },
      }
    })
    return rowOf(session, before, people, context)
  })
  const used = rows.flatMap((row) => (row.fields && row.what !== 'kept' ? [row.fields] : []))
  const found = new Set([...earlier.values()].map((one) => one.id))
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
    left: leftOf(agenda, context.sessions).filter((one) => !found.has(one.id)),
  }
}

function ask(
  questions: Map<string, PersonQuestion>,
  name: string,
  row: string,
  candidates: Candidate[],
  chosen: Record<string, string>,
) {
  const before = questions.get(name)
  const rows = [...(before?.rows ?? []), row]
  questions.set(name, { name, candidates, chosen: chosen[name] ?? '', rows: [...new Set(rows)] })
}

/** Names that are nowhere yet, each once however it is spelled. */
function missing(names: string[], places: readonly KnownPlace[]): string[] {
  const wanted = names.filter((name) => name && !placeNamed(places, name))
  return [...new Map(wanted.reverse().map((name) => [plainWords(name), name])).values()].reverse()
}

// Keys begin with what kind of file they came from; those of schedules are bare ids.
const kindOfKey = (key: string) => /^(?:csv|text|ics|sessionize|open-event)(?= )/.exec(key)?.[0] ?? ''

function leftOf(agenda: ImportedAgenda, sessions: readonly EarlierSession[]): EarlierSession[] {
  const kind = kindOfKey(agenda.sessions[0]?.key ?? '')
  return sessions.filter((one) => one.importKey && kindOfKey(one.importKey) === kind && !one.dropped)
}

function onceEach(people: readonly PlannedPerson[]): PlannedPerson[] {
  const key = (one: PlannedPerson) => `${one.personId ?? plainWords(one.name)} ${one.role}`
  return [...new Map([...people].reverse().map((one) => [key(one), one])).values()].reverse()
}

function rowOf(
  session: ImportedSession,
  before: EarlierSession | undefined,
  people: (PlannedPerson & SeenPerson)[],
  context: ImportContext,
): PlannedRow {
  const { choices } = context
  const isTitleAsked = !session.title && !before
  const title = session.title || (choices.titles[session.key] ?? '')
  const startsAt = instant(session.startsAt, context)
  const endsAt = instant(session.endsAt, context) ?? endOf(startsAt, session.minutes)
  const slot = startsAt && endsAt && endsAt > startsAt ? { startsAt, endsAt } : null
  const isAsked = people.some((one) => one.isAsked)
  const codes = ['title', 'time', 'length']
  const unclear = [
    ...(title || before ? [] : ['title']),
    ...(slot ? [] : [startsAt ? 'end' : 'time']),
    ...(isAsked ? ['person'] : []),
    ...session.unclear.filter((one) => !codes.includes(one)),
  ]
  const common = {
    ...{ row: session.row, key: session.key, sessionId: before?.id ?? null },
    ...{ before: before ? wordsOf(before, context) : null, title, isTitleAsked, unclear },
    shown: {
      ...{ startsAt, endsAt, room: session.room, track: session.track },
      people: people.map(({ name, known, isAsked }) => ({ name, known, isAsked })),
    },
  }
  const isCancelled = session.unclear.includes('cancelled')
  if ((!title && !before) || isAsked || isCancelled)
    return { ...common, what: 'unclear', changes: [], fields: null }
  const language = session.language ?? languageOf(`${title} ${session.abstract}`) ?? 'en'
  const fields: PlannedFields = {
    // What a file calls a session is a guess in our words: one that was put right here stays.
    kind: before?.kind ?? session.kind,
    title: worded(before?.title, title, language),
    abstract: worded(before?.abstract, session.abstract, language),
    languages: before?.languages ?? (session.language ? [session.language] : []),
    interpretation: before?.interpretation ?? [],
    ...(slot ?? { startsAt: before?.startsAt ?? null, endsAt: before?.endsAt ?? null }),
    capacity: before?.capacity ?? null,
    signUp: before?.signUp ?? false,
    dropped: before?.dropped ?? false,
    ...{ room: session.room, track: session.track },
    ...{ roomId: before?.roomId ?? null, trackId: before?.trackId ?? null },
    people: peopleOf(people, before),
  }
  const changes = before ? changesOf(before, fields, context) : []
  const isKept = before !== undefined && changes.length > 0 && choices.kept.includes(session.key)
  const what = !before ? 'new' : changes.length === 0 ? 'unchanged' : isKept ? 'kept' : 'changed'
  return { ...common, what, changes, fields }
}

function wordsOf(before: DraftSession, { rooms, tracks, people }: ImportContext): BeforeWords {
  const named = (places: readonly KnownPlace[], id: string | null) =>
    places.find((one) => one.id === id)?.name ?? null
  return {
    ...{ title: before.title, startsAt: before.startsAt, endsAt: before.endsAt },
    ...{ room: named(rooms, before.roomId), track: named(tracks, before.trackId) },
    people: before.appearances.flatMap(
      ({ personId }) => people.find((one) => one.id === personId)?.name ?? [],
    ),
  }
}

function peopleOf(people: (PlannedPerson & SeenPerson)[], before: DraftSession | undefined): PlannedPerson[] {
  if (people.length > 0 || !before)
    return onceEach(people.map(({ known, isAsked, ...one }): PlannedPerson => one))
  return before.appearances.map((one) => ({ ...one, name: '' }))
}

/** The words of one language; those of the other, written here since, stay. */
function worded(before: TranslatedText | undefined, text: string, language: Locale): TranslatedText {
  if (!before) return text ? write({ [language]: text }, language) : {}
  // Words that are here already, in whichever language they were taken for, are no change.
  if (!text || text === before.vi || text === before.en) return before
  return edit(before, { vi: before.vi, en: before.en, [language]: text }, language)
}

function changesOf(before: DraftSession, fields: PlannedFields, context: ImportContext): ChangedField[] {
  const { room, track, people, ...same } = fields
  const roomId = room ? (placeNamed(context.rooms, room)?.id ?? 'new') : same.roomId
  const trackId = track ? (placeNamed(context.tracks, track)?.id ?? 'new') : same.trackId
  const appearances = people.map(
    ({ personId, role, minutes, deputyForId }): DraftAppearance => ({
      ...{ personId: personId ?? 'new', role, minutes, deputyForId },
    }),
  )
  const after = { ...same, roomId, trackId, appearances: fitTurns(appearances, lengthOf(same)) }
  const changed = (Object.keys(after) as (keyof DraftFields)[]).filter(
    (name) => !sameValue(before[name], after[name]),
  )
  return [...new Set(changed.map((name) => fieldNames[name] ?? 'other'))]
}

function instant(time: ImportedTime | null, { instantOf, choices }: ImportContext): string | null {
  if (!time) return null
  if ('clock' in time) return choices.day ? instantOf(`${choices.day}T${time.clock}`) : null
  if ('local' in time) return instantOf(time.local)
  return choices.readAsLocal ? instantOf(time.instant.slice(0, 16)) : time.instant
}

function endOf(startsAt: string | null, minutes: number | null): string | null {
  return startsAt && minutes ? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString() : null
}

/** The room or track that a name means, in either language and any spelling. */
export function placeNamed(places: readonly KnownPlace[], name: string): KnownPlace | undefined {
  const wanted = plainWords(name)
  return wanted
    ? places.find((place) => [place.name.vi, place.name.en].some((own) => own && plainWords(own) === wanted))
    : undefined
}
