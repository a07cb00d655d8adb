import { optionalLine, optionalLink, optionalText } from '#app/shared/forms/fields.ts'
import { type AgeRating, ageRatings, type CreditRole, creditRoles, locales } from '#app/shared/vocabulary.ts'
import { codesIn } from '../codes/named-codes.ts'
import type { FilmDetails } from '../film-details.ts'
import { type FilmColumn, premiereIn } from './film-columns.ts'
import { cellAsRead } from './read-films.ts'
import { type CatalogueFilm, namesInCell, writtenCell } from './write-films.ts'

/** Why a line is left alone. */
export type Unclear =
  | 'unreadable'
  | 'untitled'
  | 'repeated'
  | 'region'
  | 'language'
  | 'year'
  | 'minutes'
  | 'rating'
  | 'premiere'
  | 'section'
  | 'link'
  | 'too-long'
  | 'names'
  | 'several'

/** What a cell says cannot be taken as it is. */
export class Unplanned extends Error {
  constructor(
    readonly why: Unclear,
    readonly column: FilmColumn | null = null,
    /** The word that nobody knows, or the line that said so before. */
    readonly word = '',
  ) {
    super(why)
  }
}

export type TypedNames = Record<CreditRole, string[]>
/** A film as a row has it: its section by name, its people by names. */
export type RowFilm = Omit<FilmDetails, 'sectionId'> & { section: string; names: TypedNames }

const blank: CatalogueFilm = {
  slug: '',
  originalTitle: '',
  originalLanguage: '',
  title: {},
  synopsis: {},
  countries: [],
  year: null,
  minutes: null,
  languages: [],
  subtitles: [],
  rating: null,
  premiere: null,
  trailerUrl: null,
  section: null,
  credits: [],
}

/** The columns in which a row says something else than the film does, in whichever language it was written. */
export function otherColumns(
  cells: ReadonlyMap<FilmColumn, string>,
  film: CatalogueFilm | null,
): FilmColumn[] {
  const before = film ?? blank
  return [...cells].flatMap(([column, cell]) => {
    if (column === 'slug') return []
    const isSame = locales.some((locale) => cellAsRead(writtenCell(before, column, locale)) === cell)
    return isSame ? [] : [column]
  })
}

/** The film as it is after these columns of a row. */
export function filmAfter(
  cells: ReadonlyMap<FilmColumn, string>,
  columns: readonly FilmColumn[],
  film: CatalogueFilm | null,
): RowFilm {
  const before = film ?? blank
  const cell = (column: FilmColumn) => (columns.includes(column) ? (cells.get(column) ?? '') : null)
  const one = <T>(column: FilmColumn, kept: T, readCell: (text: string) => T): T => {
    const text = cell(column)
    return text === null ? kept : readCell(text)
  }
  const text = (field: 'title' | 'synopsis', most: number) => ({
    vi: one(`${field}.vi`, before[field].vi ?? '', (words) => wordsIn(`${field}.vi`, words, most)),
    en: one(`${field}.en`, before[field].en ?? '', (words) => wordsIn(`${field}.en`, words, most)),
  })
  const names = creditRoles.map((role) => {
    const own = before.credits.filter((each) => each.role === role).map(({ name }) => name)
    return [role, one(`credits.${role}`, own, (words) => peopleIn(`credits.${role}`, words))] as const
  })
  return {
    originalTitle: one('originalTitle', before.originalTitle, (words) =>
      wordsIn('originalTitle', words, 200),
    ),
    originalLanguage: one(
      'originalLanguage',
      before.originalLanguage,
      (words) => codes('originalLanguage', words)[0] ?? '',
    ),
    title: text('title', 200),
    synopsis: text('synopsis', 5000),
    countries: one('countries', before.countries, (words) => codes('countries', words)),
    year: one('year', before.year, (words) => numberIn('year', words, 1880, 2199)),
    minutes: one('minutes', before.minutes, (words) => numberIn('minutes', words, 1, 2000)),
    languages: one('languages', before.languages, (words) => codes('languages', words)),
    subtitles: one('subtitles', before.subtitles, (words) => codes('subtitles', words)),
    rating: one('rating', before.rating, ratingIn),
    premiere: one('premiere', before.premiere, premiereOf),
    trailerUrl: one('trailerUrl', before.trailerUrl, linkIn),
    section: one('section', '', (words) => wordsIn('section', words, 200)),
    names: Object.fromEntries(names) as TypedNames,
  }
}

function wordsIn(column: FilmColumn, words: string, most: number): string {
  const field = column.startsWith('synopsis') ? optionalText(most) : optionalLine(most)
  const read = field.safeParse(words)
  if (!read.success) throw new Unplanned('too-long', column, String(most))
  return read.data
}

function codes(column: FilmColumn, words: string): string[] {
  const kind = column === 'countries' ? 'region' : 'language'
  const read = codesIn(kind, words.replaceAll('\n', ','))
  if (read.unknown !== null) throw new Unplanned(kind, column, read.unknown)
  return read.codes
}

/** A whole number, with or without its unit: "97", "97 phút", "97′". */
export function numberIn(column: 'year' | 'minutes', words: string, least: number, most: number) {
  if (words === '') return null
  const [, figures] = /^(\d{1,4})\s*(?:['′’]|phút|p|mins?\.?|minutes?)?$/iu.exec(words) ?? []
  const number = Number(figures)
  if (!figures || number < least || number > most) throw new Unplanned(column, column, words)
  return number
}

/** "T16", also before what it means; 16+ and C16 were said before the law of 2022. */
function ratingIn(words: string): AgeRating | null {
  if (words === '') return null
  const [, age] = /^(?:C(?=1)|T)?\s*(13|16|18)\s*\+?(?!\d)/i.exec(words) ?? []
  const code = age ? `T${age}` : /^(P|K|C)(?![\p{L}\d])/iu.exec(words)?.[1]?.toUpperCase()
  const found = ageRatings.find((one) => one === code)
  if (!found) throw new Unplanned('rating', 'rating', words)
  return found
}

function premiereOf(words: string) {
  if (words === '') return null
  const found = premiereIn(words)
  if (!found) throw new Unplanned('premiere', 'premiere', words)
  return found
}

function linkIn(words: string): string | null {
  const read = optionalLink(500).safeParse(words)
  if (!read.success) throw new Unplanned('link', 'trailerUrl', words)
  return read.data || null
}

function peopleIn(column: FilmColumn, words: string): string[] {
  const names = namesInCell(words)
  if (names.length > 100 || names.some((name) => name.length > 200)) throw new Unplanned('names', column)
  return names
}
