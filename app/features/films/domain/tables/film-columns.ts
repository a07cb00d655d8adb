import { searchable } from '#app/shared/searchable.ts'
import { type CreditRole, creditRoles, type Locale, type Premiere } from '#app/shared/vocabulary.ts'

/** The columns of a table of films, in the order in which it is written. */
export const filmColumns = [
  'originalTitle',
  'originalLanguage',
  'title.vi',
  'title.en',
  'credits.director',
  'countries',
  'year',
  'minutes',
  'languages',
  'subtitles',
  'rating',
  'premiere',
  'section',
  'synopsis.vi',
  'synopsis.en',
  'trailerUrl',
  'credits.screenplay',
  'credits.cinematography',
  'credits.editing',
  'credits.music',
  'credits.producer',
  'credits.cast',
  'slug',
] as const
export type FilmColumn = (typeof filmColumns)[number]

const plain: Record<string, FilmColumn> = {
  ...named('slug', 'slug', 'address', 'page address', 'dia chi', 'dia chi trang', 'ma phim', 'film code'),
  ...named(
    'originalTitle',
    'original title',
    'original name',
    'ten goc',
    'nguyen tac',
    'tua goc',
    'tieu de goc',
  ),
  ...named('originalLanguage', 'original language', 'language of the original title', 'ngon ngu goc'),
  ...named('originalLanguage', 'ngon ngu cua ten goc'),
  ...named('countries', 'countries', 'country', 'country of production', 'production countries'),
  ...named('countries', 'quoc gia', 'nuoc', 'nuoc san xuat', 'quoc gia san xuat', 'xuat xu'),
  ...named('year', 'year', 'production year', 'year of production', 'nam', 'nam san xuat', 'nam sx'),
  ...named('minutes', 'minutes', 'running time', 'running time in minutes', 'runtime', 'length', 'duration'),
  ...named(
    'minutes',
    'thoi luong',
    'thoi luong tinh bang phut',
    'thoi luong phut',
    'so phut',
    'phut',
    'do dai',
  ),
  ...named('languages', 'languages', 'language', 'spoken languages', 'ngon ngu', 'tieng', 'thoai'),
  ...named('subtitles', 'subtitles', 'subtitle', 'subtitle languages', 'phu de', 'ngon ngu phu de'),
  ...named('rating', 'age rating', 'rating', 'classification', 'phan loai', 'phan loai do tuoi', 'do tuoi'),
  ...named(
    'premiere',
    'premiere',
    'premiere status',
    'cong chieu',
    'tinh trang cong chieu',
    'buoi cong chieu',
  ),
  ...named('section', 'section', 'programme', 'program', 'hang muc', 'chuong trinh', 'muc'),
  ...named('trailerUrl', 'trailer', 'trailer link', 'trailer url', 'doan gioi thieu', 'doan gioi thieu phim'),
  ...named('credits.director', 'director', 'directors', 'directed by', 'dao dien'),
  ...named(
    'credits.screenplay',
    'screenplay',
    'writer',
    'writers',
    'script',
    'written by',
    'bien kich',
    'kich ban',
  ),
  ...named('credits.cinematography', 'cinematography', 'cinematographer', 'camera', 'quay phim', 'dop'),
  ...named('credits.editing', 'editing', 'editor', 'editors', 'dung phim', 'dung'),
  ...named('credits.music', 'music', 'composer', 'am nhac', 'nhac'),
  ...named(
    'credits.producer',
    'producer',
    'producers',
    'produced by',
    'production',
    'san xuat',
    'nha san xuat',
  ),
  ...named('credits.cast', 'cast', 'actors', 'starring', 'dien vien'),
}
const vietnamese: Record<string, 'title' | 'synopsis'> = {
  ...named('title', 'ten phim', 'ten', 'tua phim', 'tua', 'tieu de', 'phim'),
  ...named('synopsis', 'tom tat', 'tom tat noi dung', 'noi dung', 'gioi thieu'),
}
const english: Record<string, 'title' | 'synopsis'> = {
  ...named('title', 'title', 'film title', 'film', 'name', 'international title'),
  ...named('synopsis', 'synopsis', 'summary', 'description', 'logline'),
}

/** What a header means, in either language; null for a column that films have no place for. */
export function filmColumnNamed(header: string): FilmColumn | null {
  const written = filmColumns.find((column) => column.toLowerCase() === header.trim().toLowerCase())
  const words = searchable(header)
  if (written ?? plain[words]) return written ?? plain[words] ?? null
  const [, before = '', within = words, behind = ''] =
    /^(vietnamese |english )?(.+?)(?: (?:in )?(vi|en|tieng viet|tieng anh|viet|anh|vietnamese|english))?$/.exec(
      words,
    ) ?? []
  const [stem, said] = [within, (behind || before).trim()]
  const field = vietnamese[stem] ?? english[stem]
  if (!field) return null
  const isVietnamese = said ? /^(vi|viet|tieng viet|vietnamese)$/.test(said) : stem in vietnamese
  return `${field}.${isVietnamese ? 'vi' : 'en'}`
}

function named<Field extends string>(field: Field, ...names: string[]): Record<string, Field> {
  return Object.fromEntries(names.map((name) => [name, field]))
}

/** The role of a column of names; null for another. */
export function roleOf(column: FilmColumn): CreditRole | null {
  return creditRoles.find((role) => column === `credits.${role}`) ?? null
}

/** How a table says where a film was never shown before. */
export const premiereWords: Record<Locale, Record<Premiere, string>> = {
  vi: { world: 'thế giới', international: 'quốc tế', asian: 'châu Á', national: 'Việt Nam' },
  en: { world: 'world', international: 'international', asian: 'Asian', national: 'Vietnamese' },
}
// In this order: "international" ends like "national".
const premieres: [RegExp, Premiere][] = [
  [/\b(?:world|the gioi)\b/, 'world'],
  [/\b(?:international|quoc te)\b/, 'international'],
  [/\b(?:asian?|chau a)\b/, 'asian'],
  [/\b(?:national|vietnam(?:ese)?|viet nam|trong nuoc)\b/, 'national'],
]

export function premiereIn(cell: string): Premiere | null {
  const words = searchable(cell)
  return premieres.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
