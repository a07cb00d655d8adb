import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'

/** The frozen content of an agenda version, as stored in `agenda_version.agenda`. Instants are ISO strings in UTC. */
export type PublishedAgenda = {
  rooms: { id: string; name: TranslatedText; venue: TranslatedText | null }[]
  tracks: { id: string; name: TranslatedText; colour: string | null }[]
  people: PublishedPerson[]
  sessions: PublishedSession[]
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
}

export type PublishedSession = {
  id: string
  slug: string
  kind: SessionKind
  title: TranslatedText
  abstract: TranslatedText
  languages: Locale[]
  trackId: string | null
  roomId: string | null
  startsAt: string
  endsAt: string
  appearances: { personId: string; role: AppearanceRole; minutes: number | null }[]
}
