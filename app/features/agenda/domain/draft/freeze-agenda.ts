import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'
import type {
  PublishedAgenda,
  PublishedFilm,
  PublishedPerson,
  PublishedRoom,
} from '#db/schema/agenda-snapshot.ts'

export type DraftRows = {
  rooms: (PublishedRoom & { position: number })[]
  tracks: { id: string; name: TranslatedText; colour: string | null; position: number }[]
  people: PublishedPerson[]
  sessions: {
    id: string
    slug: string
    kind: SessionKind
    title: TranslatedText
    abstract: TranslatedText
    languages: string[]
    interpretation: string[]
    capacity: number | null
    signUp: boolean
    trackId: string | null
    roomId: string | null
    startsAt: Date | null
    endsAt: Date | null
    cancelledAt: Date | null
  }[]
  appearances: {
    sessionId: string
    personId: string
    role: AppearanceRole
    position: number
    minutes: number | null
  }[]
  /** What screenings show, in order, by the session. */
  films: ReadonlyMap<string, PublishedFilm[]>
}

/**
 * The draft as readers will see it: sessions that have a slot and are not cancelled, in order of time and room, with
 * only the people, rooms and tracks that occur in them. The same draft always gives the same bytes.
 */
export function freezeAgenda(draft: DraftRows): PublishedAgenda {
  const roomPosition = new Map(draft.rooms.map((room) => [room.id, room.position]))
  const appearancesOf = new Map<string, DraftRows['appearances']>(draft.sessions.map(({ id }) => [id, []]))
  for (const appearance of draft.appearances) appearancesOf.get(appearance.sessionId)?.push(appearance)
  const sessions = draft.sessions
    .flatMap(({ startsAt, endsAt, cancelledAt, ...kept }) => {
      if (!startsAt || !endsAt || cancelledAt) return []
      const appearances = (appearancesOf.get(kept.id) ?? [])
        .sort((a, b) => a.position - b.position || compare(a.personId, b.personId))
        .map(({ personId, role, minutes }) => ({ personId, role, minutes }))
      const slot = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
      const films = kept.kind === 'screening' ? (draft.films.get(kept.id) ?? []) : []
      return [{ ...kept, ...spoken(kept), ...slot, appearances, ...(films.length > 0 && { films }) }]
    })
    .sort(
      (a, b) =>
        compare(a.startsAt, b.startsAt) ||
        (roomPosition.get(a.roomId ?? '') ?? 0) - (roomPosition.get(b.roomId ?? '') ?? 0) ||
        compare(a.slug, b.slug),
    )
  const used = {
    rooms: new Set(sessions.map((session) => session.roomId)),
    tracks: new Set(sessions.map((session) => session.trackId)),
    people: new Set(sessions.flatMap((session) => session.appearances.map((one) => one.personId))),
  }
  const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position
  return {
    rooms: draft.rooms
      .filter((room) => used.rooms.has(room.id))
      .sort(byPosition)
      .map(({ position, ...room }) => room),
    tracks: draft.tracks
      .filter((track) => used.tracks.has(track.id))
      .sort(byPosition)
      .map(({ id, name, colour }) => ({ id, name, colour })),
    people: draft.people
      .filter((person) => used.people.has(person.id))
      .sort((a, b) => a.precedence - b.precedence || compare(a.slug, b.slug)),
    sessions,
  }
}

const spoken = (session: { languages: string[]; interpretation: string[] }) => ({
  languages: session.languages as Locale[],
  interpretation: session.interpretation as Locale[],
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
