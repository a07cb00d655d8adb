import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AgeRating, CreditRole, Premiere } from '#app/shared/vocabulary.ts'

type TypedText = { vi: string; en: string; confirmed?: boolean }

/** Everything that organizers write of a film, beside who made it. */
export type FilmDetails = {
  sectionId: string | null
  originalTitle: string
  originalLanguage: string
  title: TypedText
  synopsis: TypedText
  countries: string[]
  year: number | null
  minutes: number | null
  languages: string[]
  subtitles: string[]
  rating: AgeRating | null
  premiere: Premiere | null
  trailerUrl: string | null
}

/** The same as it is stored. */
export type WrittenFilm = Omit<FilmDetails, 'title' | 'synopsis'> & {
  title: TranslatedText
  synopsis: TranslatedText
}

/** Who made a film, and as what; those of one role in their order. */
export type Credit = { role: CreditRole; personId: string }

/** What is written of a film, without its address and its place. */
export function writtenOf(film: WrittenFilm): WrittenFilm {
  return {
    sectionId: film.sectionId,
    originalTitle: film.originalTitle,
    originalLanguage: film.originalLanguage,
    title: film.title,
    synopsis: film.synopsis,
    countries: film.countries,
    year: film.year,
    minutes: film.minutes,
    languages: film.languages,
    subtitles: film.subtitles,
    rating: film.rating,
    premiere: film.premiere,
    trailerUrl: film.trailerUrl,
  }
}
