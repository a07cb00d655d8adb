import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { plainText } from '../read/plain-text.ts'

/** A film of the event, as a table of screenings may call it. */
export type KnownFilm = {
  id: string
  slug: string
  title: TranslatedText
  originalTitle: string
  year: number | null
  minutes: number | null
}
export type NamedFilms = {
  ids: string[]
  /** How long they last together; null while one of them does not say. */
  minutes: number | null
  /** What a screening of them is called that has no title of its own. */
  title: TranslatedText
  /** `film-unknown` or `film-several`, with the words of the file behind it. */
  unclear: string[]
}

/**
 * The films that a cell names, in their order: one a line, or parted by semicolons or plus signs; a title that has such
 * signs itself is one film. With its year behind it, a title is told from another of the same words.
 */
export function filmsNamed(cell: string, films: readonly KnownFilm[]): NamedFilms {
  const whole = cell.trim() ? meant(cell, films) : []
  const names = whole.length === 1 ? [cell] : cell.split(/\s*[\n;]\s*|\s\+\s/)
  const read = names.filter((name) => name.trim()).map((name) => ({ name, found: meant(name, films) }))
  const shown = read.flatMap(({ found }) => (found.length === 1 ? found : []))
  const [only] = shown
  const together = (locale: 'vi' | 'en') =>
    shown.map((film) => filmTitle(film)[locale] || filmTitle(film).vi || filmTitle(film).en).join(' + ')
  return {
    ids: [...new Set(shown.map(({ id }) => id))],
    minutes: shown.every((film) => film.minutes !== null)
      ? shown.reduce((sum, film) => sum + (film.minutes ?? 0), 0) || null
      : null,
    title: only && shown.length === 1 ? filmTitle(only) : { vi: together('vi'), en: together('en') },
    unclear: read.flatMap(({ name, found }) =>
      found.length === 1 ? [] : `${found.length > 1 ? 'film-several' : 'film-unknown'} ${name.trim()}`,
    ),
  }
}

const exact = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

/** By its address, by a title as it is written, else by one without accents: the first way that finds any. */
function meant(name: string, films: readonly KnownFilm[]): KnownFilm[] {
  const [, title = name, year] = /^(.+?)\s*\((\d{4})\)\s*$/.exec(name) ?? []
  const titlesOf = (film: KnownFilm) =>
    [film.originalTitle, film.title.vi, film.title.en].flatMap((one) => one || [])
  const ways: ((film: KnownFilm) => boolean)[] = [
    (film) => film.slug === name.trim(),
    (film) => titlesOf(film).some((one) => exact(one) === exact(name)),
    (film) => titlesOf(film).some((one) => exact(one) === exact(title)) && isOf(film, year),
    (film) => titlesOf(film).some((one) => plainText(one) === plainText(title)) && isOf(film, year),
  ]
  return ways.map((way) => films.filter(way)).find((found) => found.length > 0) ?? []
}

const isOf = (film: KnownFilm, year: string | undefined) => year === undefined || film.year === Number(year)
