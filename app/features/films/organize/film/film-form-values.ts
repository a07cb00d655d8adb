import type { FormValues } from '#app/shared/forms/form-values.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import { creditRoles, type Locale } from '#app/shared/vocabulary.ts'
import { codeName, codeNames } from '../../domain/codes/named-codes.ts'
import type { OneFilm } from '../../domain/films.server.ts'

/** A stored film as its form shows it. */
export function filmFormValues(film: OneFilm, locale: Locale): FormValues {
  const number = (value: number | null) => (value === null ? '' : String(value))
  const named = creditRoles.map((role) => {
    const own = film.credits.filter((one) => one.role === role)
    return [role, own.map(({ name }) => name).join('\n')] as const
  })
  return {
    title: inBoth(film.title),
    originalTitle: film.originalTitle,
    originalLanguage: film.originalLanguage && codeName('language', film.originalLanguage, locale),
    section: film.sectionId ?? '',
    synopsis: inBoth(film.synopsis),
    countries: codeNames('region', film.countries, locale),
    year: number(film.year),
    minutes: number(film.minutes),
    languages: codeNames('language', film.languages, locale),
    subtitles: codeNames('language', film.subtitles, locale),
    rating: film.rating ?? '',
    premiere: film.premiere ?? '',
    trailerUrl: film.trailerUrl ?? '',
    credits: Object.fromEntries(named),
  }
}
