import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { type Arrangement, isHeardIn, languagesOf } from './agenda-choice.ts'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'

/** The arrangements that put sessions under headings. */
export type Grouping = Exclude<Arrangement, 'time' | 'grid'>

export type AgendaGroup = {
  key: string
  /** Null where what belongs to no group stands. */
  name: TranslatedText | Locale | null
  sessions: PublishedSession[]
}

/** The sessions of a day under their rooms, tracks or languages, in the order these have. */
export function agendaGroups(
  agenda: PublishedAgenda,
  sessions: readonly PublishedSession[],
  by: Grouping,
): AgendaGroup[] {
  const groups: AgendaGroup[] =
    by === 'language'
      ? languagesOf(agenda).map((one) => ({
          key: one,
          name: one,
          sessions: sessions.filter((session) => isHeardIn(session, one)),
        }))
      : agenda[`${by}s`].map((place) => ({
          key: place.id,
          name: place.name,
          sessions: sessions.filter((session) => session[`${by}Id`] === place.id),
        }))
  const grouped = new Set(groups.flatMap((group) => group.sessions))
  const rest = sessions.filter((session) => !grouped.has(session))
  return [{ key: 'rest', name: null, sessions: rest }, ...groups].filter((group) => group.sessions.length > 0)
}
