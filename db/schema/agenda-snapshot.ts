import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'

/** The frozen content of an agenda version, as stored in `agenda_version.agenda`. Instants are ISO strings in UTC. */
export type PublishedAgenda = {
  rooms: PublishedRoom[]
  tracks: { id: string; name: TranslatedText; colour: string | null }[]
  people: PublishedPerson[]
  sessions: PublishedSession[]
}

export type PublishedRoom = {
  id: string
  name: TranslatedText
  venue: TranslatedText | null
  /** The room's own venue with its street, city and country, as a map finds it. Versions before this was kept have none. */
  place?: TranslatedText
}

export type PublishedPerson = {
  id: string
  slug: string
  name: string
  honorific: TranslatedText
  position: TranslatedText
  affiliation: TranslatedText
  biography: TranslatedText
  pronunciation: string | null
  precedence: number
  /** The picture at /portraits/{portraitId}/{width}.webp; null draws a monogram. */
  portraitId: string | null
}

/** A film as a screening announced it. */
export type PublishedFilm = {
  id: string
  slug: string
  originalTitle: string
  originalLanguage: string
  title: TranslatedText
  minutes: number | null
}

export type PublishedSession = {
  id: string
  slug: string
  kind: SessionKind
  title: TranslatedText
  abstract: TranslatedText
  languages: Locale[]
  interpretation: Locale[]
  capacity: number | null
  signUp: boolean
  trackId: string | null
  roomId: string | null
  startsAt: string
  endsAt: string
  appearances: { personId: string; role: AppearanceRole; minutes: number | null }[]
  /** What a screening shows, in order; left out where it says nothing of films. */
  films?: PublishedFilm[]
}

/** A session's place in a version. `room` and `venue` are kept in words, since rooms are renamed. */
export type ChangedSlot = {
  startsAt: string
  endsAt: string
  roomId: string | null
  room: TranslatedText | null
  venue: TranslatedText | null
}

/** One line of a change list. `changed` names the fields that differ; a moved session may have changed as well. */
export type AgendaChange = {
  kind: 'new' | 'moved' | 'changed' | 'cancelled'
  sessionId: string
  slug: string
  title: TranslatedText
  before: ChangedSlot | null
  after: ChangedSlot | null
  changed: ('title' | 'abstract' | 'kind' | 'track' | 'languages' | 'people' | 'films' | 'capacity')[]
  /** By name, as then: who is in the session now and was not, and who was. Versions before this was kept have none. */
  people?: { came: string[]; went: string[] }
  /** The same of the films that a screening shows. */
  films?: { came: TranslatedText[]; went: TranslatedText[] }
}

/** A notice that an organizer kept from going out. */
export type HeldBack = { personId: string; sessionId: string; reason: string }
