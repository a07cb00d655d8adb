import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { codeNames } from './domain/codes/named-codes.ts'
import type { FilmStill, ListedFilm } from './domain/films.server.ts'

/** A film as a list shows it; countries in words. */
export type ShownFilm = {
  id: string
  slug: string
  title: TranslatedText
  originalTitle: string
  originalLanguage: string
  directors: string[]
  countries: string
  year: number | null
  minutes: number | null
  still: FilmStill | null
  section: TranslatedText | null
}

export function shownFilm(film: ListedFilm, locale: Locale): ShownFilm {
  const { id, slug, title, originalTitle, originalLanguage, year, minutes } = film
  return {
    id,
    slug,
    title,
    originalTitle,
    originalLanguage,
    year,
    minutes,
    directors: film.credits.filter(({ role }) => role === 'director').map(({ name }) => name),
    countries: codeNames('region', film.countries, locale),
    still: film.stills[0] ?? null,
    section: film.section?.name ?? null,
  }
}
