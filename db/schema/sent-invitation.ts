import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, SessionKind } from '#app/shared/vocabulary.ts'

/** What an invitation told a speaker about a session: the text of its mail and of its calendar entry. Instants in UTC. */
export type SentInvitation = {
  slug: string
  kind: SessionKind
  title: TranslatedText
  startsAt: string
  endsAt: string
  room: TranslatedText | null
  venue: TranslatedText | null
  /** The venue with its street, city and country; what was told before this was kept has none. */
  place?: TranslatedText
  roles: AppearanceRole[]
  minutes: number | null
}
