import { fitTurns, lengthOf } from '#app/features/agenda/domain/clashes/turns.ts'
import type {
  DraftAppearance,
  DraftFields,
  DraftSession,
} from '#app/features/agenda/domain/draft/draft-edit.ts'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { textIn, write } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { sessionKinds } from '#app/shared/vocabulary.ts'
import { type ImportedSession, languageOf } from '../imported-agenda.ts'
import { filmsNamed, type NamedFilms } from './films-named.ts'
import type { Places } from './place-named.ts'
import { type Slot, slotOf, untimed } from './plan-times.ts'
import type {
  BeforeTexts,
  ChangedField,
  Clash,
  EarlierSession,
  ImportContext,
  KnownPlace,
  PlannedFields,
  PlannedPerson,
  PlannedRow,
  SeenPerson,
} from './planned.ts'
import { type BroughtSession, decideField, mergedPeople, reworded, says } from './three-way.ts'

const fieldNames: Record<string, ChangedField> = {
  title: 'title',
  abstract: 'abstract',
  startsAt: 'time',
  endsAt: 'time',
  roomId: 'room',
  trackId: 'track',
  appearances: 'people',
  kind: 'kind',
  films: 'films',
}

type Around = { context: ImportContext; rooms: Places; tracks: Places }
type Cast = (PlannedPerson & SeenPerson)[]

/** What an import would do with one session of its file. */
export function planSession(
  session: ImportedSession,
  before: EarlierSession | undefined,
  people: Cast,
  around: Around,
): PlannedRow {
  const { context, rooms, tracks } = around
  const { choices } = context
  const films = filmsNamed(session.films ?? '', context.films)
  const isTitleAsked = !session.title && !session.films && !before
  const typed = session.title || (choices.titles[session.key] ?? '')
  const title = typed || textIn(films.title, 'vi')
  const minutes = session.minutes ?? films.minutes
  const slot = slotOf({ ...session, minutes }, context)
  const isAsked = people.some((one) => one.isAsked)
  const codes = ['title', 'time', 'length']
  const isTimed = slot.startsAt !== null && slot.endsAt !== null
  const unclear = [
    ...films.unclear,
    ...(title || before || session.films ? [] : ['title']),
    // Without its films it has no end either.
    ...(isTimed ? [] : [untimed(session, slot, context)]).filter(
      (code) => code !== 'end' || films.unclear.length === 0,
    ),
    ...(isAsked ? ['person'] : []),
    ...session.unclear.filter((one) => !codes.includes(one)),
  ]
  const { row, key } = session
  const common = {
    row,
    key,
    sessionId: before?.id ?? null,
    title,
    isTitleAsked,
    unclear,
    before: before ? wordsOf(before, context) : null,
    shown: {
      ...slot,
      room: session.room,
      track: session.track,
      people: people.map(({ name, known, isAsked: asked }) => ({ name, known, isAsked: asked })),
      films: session.films ?? '',
    },
  }
  if ((!title && !before) || isAsked || films.unclear.length > 0 || session.unclear.includes('cancelled'))
    return { ...common, what: 'unclear', changes: [], clashes: [], fields: null, brought: null }
  const file = { ...session, title: typed, films, ...(isTimed ? slot : { startsAt: null, endsAt: null }) }
  const cast = onceEach(people.map(({ known, isAsked: _, ...one }): PlannedPerson => one))
  const brought: BroughtSession = {
    title: typed,
    abstract: session.abstract,
    kind: session.kind,
    startsAt: file.startsAt,
    endsAt: file.endsAt,
    room: session.room,
    track: session.track,
    roomId: rooms.named(session.room)?.id ?? null,
    trackId: tracks.named(session.track)?.id ?? null,
    ...(session.films && { films: session.films, filmIds: films.ids }),
    people: cast.map(({ personId, identity, role }) => ({ personId, identity, role })),
  }
  if (!before) {
    const fields = newFields(file, cast, around)
    return { ...common, what: 'new', changes: [], clashes: [], fields, brought }
  }
  const { fields, clashes } = mergedFields(file, before, cast, around)
  const changes = changesOf(before, fields)
  const isKept = changes.length > 0 && choices.kept.includes(key)
  const what = isKept ? 'kept' : changes.length > 0 ? 'changed' : clashes.length > 0 ? 'kept' : 'unchanged'
  return { ...common, what, changes, clashes, fields, brought }
}

type Timed = Omit<ImportedSession, 'startsAt' | 'endsAt' | 'films'> & Slot & { films: NamedFilms }

function newFields(file: Timed, people: PlannedPerson[], { context, rooms, tracks }: Around): PlannedFields {
  const { choices } = context
  const language = file.language ?? languageOf(`${file.title} ${file.abstract}`) ?? 'en'
  const kind = choices.kinds[file.key] || choices.kinds['']
  const chosen = file.room ? '' : choices.rooms[file.key] || choices.rooms[''] || ''
  const room = rooms.named(file.room)
  const track = tracks.named(file.track)
  return {
    kind: sessionKinds.find((one) => one === kind) ?? file.kind,
    title: file.title ? write({ [language]: file.title }, language) : write(file.films.title),
    abstract: file.abstract ? write({ [language]: file.abstract }, language) : {},
    languages: file.language ? [file.language] : [],
    interpretation: [],
    films: file.films.ids,
    startsAt: file.startsAt,
    endsAt: file.endsAt,
    capacity: null,
    signUp: false,
    dropped: false,
    room: room ? '' : file.room,
    track: track ? '' : file.track,
    roomId: room?.id ?? (context.rooms.some((one) => one.id === chosen) ? chosen : null),
    trackId: track?.id ?? null,
    people,
  }
}

/** The session as it is here with what the file changed since the last time. */
function mergedFields(file: Timed, before: EarlierSession, cast: PlannedPerson[], around: Around) {
  const { context, rooms, tracks } = around
  const last = context.earlier.sessions.get(file.key)?.brought
  const clashes: Clash<ChangedField>[] = []
  const decide = (field: ChangedField, words: string, compared: Parameters<typeof decideField>[0]) => {
    const result = decideField(compared)
    const taken = context.choices.taken.includes(`${field} ${file.key}`)
    if (result === 'asked') clashes.push({ field, file: words, taken })
    return result === 'taken' || (result === 'asked' && taken)
  }
  const text = (field: 'title' | 'abstract') => {
    const [words, here] = [file[field], before[field]]
    const isTaken =
      words !== '' &&
      decide(field, words, {
        isAsLast: last ? last[field] === words : null,
        isAsHere: says(here, words),
        isUntouched: says(here, last?.[field] ?? ''),
      })
    return isTaken ? reworded(here, { words, last: last?.[field], language: file.language }) : here
  }
  const isTimeTaken =
    file.startsAt !== null &&
    decide('time', '', {
      isAsLast: last ? sameSlot(last, file) : null,
      isAsHere: sameSlot(before, file),
      isUntouched: before.startsAt === null ? !last?.startsAt : last !== undefined && sameSlot(last, before),
    })
  const slot = isTimeTaken ? file : before
  const place = (field: 'room' | 'track', places: Places) => {
    const [name, hereId] = [file[field], before[`${field}Id`]]
    const found = places.named(name)
    const lastId = last?.[`${field}Id`] ?? null
    const isTaken =
      name !== '' &&
      decide(field, name, {
        isAsLast: last ? last[field] === name : null,
        isAsHere: found !== undefined && found.id === hereId,
        isUntouched: hereId === lastId,
      })
    if (!isTaken) return { name: '', id: hereId }
    return found ? { name: '', id: found.id } : { name, id: null }
  }
  const [title, abstract, room, track] = [
    text('title'),
    text('abstract'),
    place('room', rooms),
    place('track', tracks),
  ]
  const shown = file.films.ids
  const areFilmsTaken =
    shown.length > 0 &&
    decide('films', textIn(file.films.title, 'vi'), {
      isAsLast: last ? sameValue(last.filmIds ?? [], shown) : null,
      isAsHere: sameValue(before.films, shown),
      isUntouched: sameValue(before.films, last?.filmIds ?? []),
    })
  // What a file calls a session is a guess in our words: one that was put right here stays.
  const kind = last && last.kind === before.kind ? file.kind : before.kind
  const here = before.appearances.map((one): PlannedPerson => ({ ...one, name: '', identity: '' }))
  const fields: PlannedFields = {
    kind,
    title,
    abstract,
    languages: before.languages,
    interpretation: before.interpretation,
    films: areFilmsTaken ? shown : before.films,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    capacity: before.capacity,
    signUp: before.signUp,
    dropped: before.dropped,
    room: room.name,
    roomId: room.id,
    track: track.name,
    trackId: track.id,
    people: mergedPeople(here, cast, last?.people ?? null),
  }
  return { fields, clashes }
}

function sameSlot(a: Slot, b: Slot): boolean {
  const same = (one: string | null, other: string | null) =>
    one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
  return same(a.startsAt, b.startsAt) && same(a.endsAt, b.endsAt)
}

/** Somebody who stands twice in one part of a session is in it once. */
function onceEach(people: readonly PlannedPerson[]): PlannedPerson[] {
  const key = (one: PlannedPerson) => `${one.personId ?? `new ${one.identity}`} ${one.role}`
  return [...new Map([...people].reverse().map((one) => [key(one), one])).values()].reverse()
}

function wordsOf(before: DraftSession, { rooms, tracks, people, films }: ImportContext): BeforeTexts {
  const named = (places: readonly KnownPlace[], id: string | null) =>
    places.find((one) => one.id === id)?.name ?? null
  return {
    title: before.title,
    startsAt: before.startsAt,
    endsAt: before.endsAt,
    abstract: before.abstract,
    room: named(rooms, before.roomId),
    track: named(tracks, before.trackId),
    people: before.appearances.flatMap(
      ({ personId }) => people.find((one) => one.id === personId)?.name ?? [],
    ),
    films: before.films.flatMap((id) => {
      const film = films.find((one) => one.id === id)
      return film ? filmTitle(film) : []
    }),
  }
}

/** The draft's fields that would become others; of people who are not here yet the identity stands for the id. */
export function changedFields(before: DraftSession, fields: PlannedFields): (keyof DraftFields)[] {
  const { room, track, people, ...same } = fields
  const appearances = people.map(
    ({ personId, identity, role, minutes, deputyForId }): DraftAppearance => ({
      personId: personId ?? `new ${identity}`,
      role,
      minutes,
      deputyForId,
    }),
  )
  const after = {
    ...same,
    roomId: room ? 'new' : same.roomId,
    trackId: track ? 'new' : same.trackId,
    appearances: fitTurns(appearances, lengthOf(same)),
  }
  return (Object.keys(after) as (keyof DraftFields)[]).filter((name) => !sameValue(before[name], after[name]))
}

function changesOf(before: DraftSession, fields: PlannedFields): ChangedField[] {
  return [...new Set(changedFields(before, fields).map((name) => fieldNames[name] ?? 'other'))]
}
