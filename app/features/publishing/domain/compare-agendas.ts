import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { sameWords } from '#app/shared/i18n/kept-words.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type {
  AgendaChange,
  ChangedSlot,
  PublishedAgenda,
  PublishedFilm,
  PublishedSession,
} from '#db/schema/agenda-snapshot.ts'

/**
 * What readers see differently, session by session, in order of time: what the page of changes, its feed, the notices and
 * the calendar all say. Linear in sessions, but for the sorting.
 */
export function compareAgendas(before: PublishedAgenda | null, after: PublishedAgenda): AgendaChange[] {
  const [from, to] = [before ?? nothing, after].map(lookUp) as [LookUp, LookUp]
  const there = new Map(from.agenda.sessions.map((session) => [session.id, session]))
  const changes = to.agenda.sessions.flatMap((session): AgendaChange[] => {
    const earlier = there.get(session.id)
    there.delete(session.id)
    const common = { sessionId: session.id, slug: session.slug, title: session.title }
    const slot = slotOf(session, to)
    if (!earlier) return [{ kind: 'new', ...common, before: null, after: slot, changed: [] }]
    const changed = changedFields(earlier, from, session, to)
    const isMoved = (['startsAt', 'endsAt', 'roomId'] as const).some(
      (field) => earlier[field] !== session[field],
    )
    if (!isMoved && changed.length === 0) return []
    const people = changed.includes('people') ? comingAndGoing(earlier, from, session, to) : null
    const films = changed.includes('films') ? filmsThatChanged(earlier, session) : null
    return [
      {
        kind: isMoved ? 'moved' : 'changed',
        ...common,
        before: slotOf(earlier, from),
        after: slot,
        changed,
        ...(people && { people }),
        ...(films && { films }),
      },
    ]
  })
  const cancelled = [...there.values()].map((session): AgendaChange => {
    const { id: sessionId, slug, title } = session
    return {
      kind: 'cancelled',
      sessionId,
      slug,
      title,
      before: slotOf(session, from),
      after: null,
      changed: [],
    }
  })
  return [...changes, ...cancelled].sort((a, b) => compare(startOf(a), startOf(b)) || compare(a.slug, b.slug))
}

type LookUp = {
  agenda: PublishedAgenda
  rooms: Map<string, PublishedAgenda['rooms'][number]>
  names: Map<string, string>
}

const nothing: PublishedAgenda = { rooms: [], tracks: [], people: [], sessions: [] }

function lookUp(agenda: PublishedAgenda): LookUp {
  return {
    agenda,
    rooms: new Map(agenda.rooms.map((room) => [room.id, room])),
    names: new Map(agenda.people.map((person) => [person.id, person.name])),
  }
}

function slotOf({ startsAt, endsAt, roomId }: PublishedSession, { rooms }: LookUp): ChangedSlot {
  const room = rooms.get(roomId ?? '')
  return { startsAt, endsAt, roomId, room: room?.name ?? null, venue: room?.venue ?? null }
}

type Field = AgendaChange['changed'][number]

function changedFields(a: PublishedSession, from: LookUp, b: PublishedSession, to: LookUp): Field[] {
  const differs: Record<Field, boolean> = {
    title: !sameTexts(a.title, b.title),
    abstract: !sameTexts(a.abstract, b.abstract),
    kind: a.kind !== b.kind,
    track: a.trackId !== b.trackId,
    languages: !sameTongues(a.languages, b.languages) || !sameTongues(a.interpretation, b.interpretation),
    people: castText(a, from) !== castText(b, to),
    films: !sameFilms(a.films ?? [], b.films ?? []),
    capacity: a.capacity !== b.capacity || a.signUp !== b.signUp,
  }
  return (Object.keys(differs) as Field[]).filter((field) => differs[field])
}

/** Who, in which order and as what; the minutes are between the speaker and the organizers. */
function castText({ appearances }: PublishedSession, { names }: LookUp): string {
  return appearances.map((one) => `${one.personId} ${one.role} ${names.get(one.personId) ?? ''}`).join('\n')
}

/** Who came and who went, by name; null when it is the same people in other roles or another order. */
function comingAndGoing(a: PublishedSession, from: LookUp, b: PublishedSession, to: LookUp) {
  const [before, after] = [castOf(a, from), castOf(b, to)]
  // Two entries of one person that became one are neither.
  const [then, now] = [new Set(before.values()), new Set(after.values())]
  const came = [...after].flatMap(([id, name]) => (before.has(id) || then.has(name) ? [] : [name]))
  const went = [...before].flatMap(([id, name]) => (after.has(id) || now.has(name) ? [] : [name]))
  return came.length + went.length > 0 ? { came, went } : null
}

function castOf({ appearances }: PublishedSession, { names }: LookUp): Map<string, string> {
  const named = appearances.map(({ personId }) => [personId, names.get(personId) ?? ''] as const)
  return new Map(named.filter(([, name]) => name !== ''))
}

/** The same films in the same order, under the same titles. */
function sameFilms(a: readonly PublishedFilm[], b: readonly PublishedFilm[]): boolean {
  return (
    a.length === b.length &&
    a.every((film, at) => film.id === b[at]?.id && sameTexts(filmTitle(film), filmTitle(b[at])))
  )
}

/** Which films came and went; null when the same ones have another order or title. */
function filmsThatChanged({ films: a = [] }: PublishedSession, { films: b = [] }: PublishedSession) {
  const without = (films: readonly PublishedFilm[], others: readonly PublishedFilm[]) =>
    films.filter(({ id }) => !others.some((one) => one.id === id)).map(filmTitle)
  const [came, went] = [without(b, a), without(a, b)]
  return came.length + went.length > 0 ? { came, went } : null
}

/** In whichever order they are named. */
function sameTongues(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join()
}

/** The same words in both languages; which of them was made from the other is no news to readers. */
function sameTexts(a: TranslatedText, b: TranslatedText): boolean {
  return sameWords(a.vi, b.vi) && sameWords(a.en, b.en)
}

const startOf = ({ after, before }: AgendaChange) => (after ?? before)?.startsAt ?? ''
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
