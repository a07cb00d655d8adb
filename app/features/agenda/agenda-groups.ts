import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda, PublishedSession } from '#db/schema/agenda-snapshot.ts'
import { type Arrangement, isHeardIn, languagesOf } from './agenda-choice.ts'

export type AgendaGroup = {
  key: string
  /** Null where what belongs to no group stands. */
  name: TranslatedText | Locale | null
  sessions: PublishedSession[]
}

/** The sessions of a day under their rooms, tracks or languages, in the order these have; by time, all in one. */
export function agendaGroups(
  agenda: PublishedAgenda,
  sessions: readonly PublishedSession[],
  by: Arrangement,
): AgendaGroup[] {
  if (by === 'time') return [{ key: 'all', name: null, sessions: [...sessions] }]
  const groups: AgendaGroup[] =
    by === 'language'
      ? languagesOf(agenda).map((one) => ({
          ...{ key: one, name: one },
          sessions: sessions.filter((session) => isHeardIn(session, one)),
        }))
      : agenda[`${by}s`].map((place) => ({
          ...{ key: place.id, name: place.name },
          sessions: sessions.filter((session) => session[`${by}Id`] === place.id),
        }))
  const grouped = new Set(groups.flatMap((group) => group.sessions))
  const rest = sessions.filter((session) => !grouped.has(session))
  return [{ key: 'rest', name: null, sessions: rest }, ...groups].filter((group) => group.sessions.length > 0)
}
