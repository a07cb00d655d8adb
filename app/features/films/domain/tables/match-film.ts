import { sameWords } from './same-words.ts'
import type { CatalogueFilm } from './write-films.ts'

/** What a row says of which film it is. */
export type RowIdentity = {
  slug: string
  originalTitle: string
  titles: readonly string[]
  year: number | null
  directors: readonly string[]
}
export type Match<F> = { film: F } | { film: null } | { candidates: F[] }

/**
 * Which film of the catalogue a row is: the one at its address, else the one of its title and year. Where that is not sure
 * (no year on one side, another original title, nobody of its directors, or two such films) it is asked, never merged.
 */
export function filmMeant<F extends CatalogueFilm>(row: RowIdentity, films: readonly F[]): Match<F> {
  const addressed = row.slug ? films.find(({ slug }) => slug === row.slug) : undefined
  if (addressed) return { film: addressed }
  const alike = films.filter((film) => isOfTitle(row, film) && isOfYear(row, film) !== false)
  const [only] = alike
  if (!only) return { film: null }
  return alike.length === 1 && isSure(row, only) ? { film: only } : { candidates: alike }
}

/** Whether two rows of one table would be taken for one film. */
export function isSameRow(a: RowIdentity, b: RowIdentity): boolean {
  const hasTitle = a.titles.some((title) => b.titles.some((other) => sameWords(title, other)))
  return hasTitle && a.year === b.year && !isOtherOriginal(a, b) && !areOthers(a.directors, b.directors)
}

const titlesOf = ({ originalTitle, title }: CatalogueFilm) =>
  [originalTitle, title.vi ?? '', title.en ?? ''].filter(Boolean)

function isOfTitle(row: RowIdentity, film: CatalogueFilm): boolean {
  return titlesOf(film).some((title) => row.titles.some((one) => sameWords(one, title)))
}

/** Null where one of them does not say. */
function isOfYear(row: RowIdentity, film: CatalogueFilm): boolean | null {
  if (row.year === null && film.year === null) return true
  return row.year === null || film.year === null ? null : row.year === film.year
}

function isSure(row: RowIdentity, film: CatalogueFilm): boolean {
  const directors = film.credits.filter(({ role }) => role === 'director').map(({ name }) => name)
  return isOfYear(row, film) === true && !isOtherOriginal(row, film) && !areOthers(row.directors, directors)
}

function isOtherOriginal(a: { originalTitle: string }, b: { originalTitle: string }): boolean {
  return a.originalTitle !== '' && b.originalTitle !== '' && !sameWords(a.originalTitle, b.originalTitle)
}

function areOthers(some: readonly string[], others: readonly string[]): boolean {
  if (some.length === 0 || others.length === 0) return false
  return !some.some((name) => others.some((other) => sameWords(name, other)))
}
