import type { CreditRole, Locale } from '#app/shared/vocabulary.ts'
import { codeName, codeNames } from '../codes/named-codes.ts'
import type { WrittenFilm } from '../film-details.ts'
import { type FilmColumn, filmColumns, premiereWords, roleOf } from './film-columns.ts'

/** A film of the catalogue as a table writes it and is compared with it. */
export type CatalogueFilm = Omit<WrittenFilm, 'sectionId'> & {
  slug: string
  section: { id: string; name: { vi?: string; en?: string } } | null
  credits: readonly { role: CreditRole; personId: string; name: string }[]
}

/** Films as rows of a table, each cell in words that are read again. */
export function writeFilms(films: readonly CatalogueFilm[], locale: Locale): string[][] {
  return films.map((film) => filmColumns.map((column) => writtenCell(film, column, locale)))
}

export function writtenCell(film: CatalogueFilm, column: FilmColumn, locale: Locale): string {
  const role = roleOf(column)
  if (role) return writtenNames(film.credits.filter((one) => one.role === role).map(({ name }) => name))
  switch (column) {
    case 'title.vi':
    case 'title.en':
    case 'synopsis.vi':
    case 'synopsis.en': {
      const [field, language] = column.split('.') as ['title' | 'synopsis', Locale]
      return film[field][language] ?? ''
    }
    case 'countries':
      return codeNames('region', film.countries, locale)
    case 'languages':
    case 'subtitles':
      return codeNames('language', film[column], locale)
    case 'originalLanguage':
      return film.originalLanguage && codeName('language', film.originalLanguage, locale)
    case 'year':
    case 'minutes':
      return String(film[column] ?? '')
    case 'premiere':
      return film.premiere ? premiereWords[locale][film.premiere] : ''
    case 'section':
      return film.section?.name[locale] || film.section?.name.vi || film.section?.name.en || ''
    case 'rating':
    case 'trailerUrl':
      return film[column] ?? ''
    default:
      return film[column as 'slug' | 'originalTitle']
  }
}

/** Names in one cell; one a line where a name has signs that part names. */
function writtenNames(names: readonly string[]): string {
  return names.join(names.some((name) => /[;,]/.test(name)) ? '\n' : '; ')
}

/** Names of a cell: one a line, else parted by semicolons, else by commas. */
export function namesInCell(cell: string): string[] {
  const sign = ['\n', ';', ','].find((one) => cell.includes(one)) ?? '\n'
  const names = cell.split(sign).map((name) => name.replace(/\s+/g, ' ').trim())
  return [...new Set(names.filter(Boolean))]
}
