import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { PublishedFilm } from '#db/schema/agenda-snapshot.ts'
import { film, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { filmTitle } from '../film-title.ts'

/** What a screening of the draft shows, in order, beside its row; a film that was taken away is shown no more. */
export const shownFilms = sql<PublishedFilm[]>`(
  select coalesce(json_agg(json_build_object(
    'id', f.id, 'slug', f.slug, 'originalTitle', f.original_title, 'originalLanguage', f.original_language,
    'title', f.title, 'minutes', f.minutes
  ) order by sf.position), '[]')
  from session_film sf join film f on f.id = sf.film_id and f.removed_at is null
  where sf.session_id = ${session}.id)`

export type FilmChoice = {
  id: string
  name: TranslatedText
  slug: string
  title: TranslatedText
  originalTitle: string
  year: number | null
  minutes: number | null
}

/** The films that a screening of an event can show, as an organizer chooses them, in order of their titles. */
export async function listFilmChoices(eventId: string): Promise<FilmChoice[]> {
  const rows = await database()
    .select({
      id: film.id,
      slug: film.slug,
      title: film.title,
      originalTitle: film.originalTitle,
      year: film.year,
      minutes: film.minutes,
    })
    .from(film)
    .where(and(eq(film.eventId, eventId), isNull(film.removedAt)))
    .orderBy(asc(film.search), asc(film.id))
  return rows.map((row) => ({ ...row, name: filmTitle(row) }))
}
