import { searchable } from '#app/shared/searchable.ts'
import type { FilmDetails } from '../film-details.ts'
import type { FilmColumn } from './film-columns.ts'
import { filmMeant, isSameRow, type RowIdentity } from './match-film.ts'
import { filmAfter, numberIn, otherColumns, type TypedNames, type Unclear, Unplanned } from './read-cells.ts'
import type { FilmRow } from './read-films.ts'
import { sameWords } from './same-words.ts'
import { type CatalogueFilm, namesInCell } from './write-films.ts'

type Section = { id: string; slug: string; name: { vi?: string; en?: string } }
export type PlannedFilm<F extends CatalogueFilm = CatalogueFilm> = {
  line: number
  title: string
  /** The films of which one may be meant; where it was said which, they are still told. */
  candidates: F[]
} & (
  | {
      what: 'new' | 'changed' | 'same'
      film: F | null
      slug: string
      details: FilmDetails
      /** A section that is not there yet. */
      newSection: string
      names: TypedNames
      columns: FilmColumn[]
    }
  | { what: 'asked' | 'skipped' }
  | { what: 'unclear'; why: Unclear; column: FilmColumn | null; word: string }
)

/** By the line: the address of a film, `new` or `skip`. */
export type FilmAnswers = Readonly<Record<string, string>>
type Basis<F> = { films: readonly F[]; sections: readonly Section[]; answers?: FilmAnswers }

/**
 * What a table would do to the films of an edition, line by line. A column that the table does not have changes nothing,
 * an empty cell says that it is not known; films that it does not name stay.
 */
export function planFilms<F extends CatalogueFilm>(
  rows: readonly FilmRow[],
  basis: Basis<F>,
): PlannedFilm<F>[] {
  const before: (RowIdentity & { line: number; film: F | null })[] = []
  return rows.map((row): PlannedFilm<F> => {
    const at = { line: row.line, title: titlesOf(row)[0] ?? row.cells.get('slug') ?? '', candidates: [] }
    try {
      return { ...at, ...lineOf(row, basis, before) }
    } catch (error) {
      if (!(error instanceof Unplanned)) throw error
      const { why, column, word } = error
      return { ...at, what: 'unclear', why, column, word }
    }
  })
}

function lineOf<F extends CatalogueFilm>(
  row: FilmRow,
  { films, sections, answers = {} }: Basis<F>,
  before: (RowIdentity & { line: number; film: F | null })[],
) {
  if (row.isOdd) throw new Unplanned('unreadable')
  const identity = identityOf(row)
  const match = filmMeant(identity, films)
  const candidates = 'candidates' in match ? match.candidates : []
  const answer = candidates.length > 0 ? (answers[row.line] ?? '') : ''
  const said = candidates.find(({ slug }) => slug === answer)
  if (candidates.length > 0 && !said && answer !== 'new') {
    return { what: answer === 'skip' ? ('skipped' as const) : ('asked' as const), candidates }
  }
  const film = said ?? ('film' in match ? match.film : null)
  const other = before.find((one) =>
    film ? one.film === film : one.film === null && isSameRow(one, identity),
  )
  if (other) throw new Unplanned('repeated', null, String(other.line))
  before.push({ ...identity, line: row.line, film })
  const columns = otherColumns(row.cells, film)
  const { section: typed, names, ...after } = filmAfter(row.cells, columns, film)
  if (!after.originalTitle && !after.title.vi && !after.title.en) throw new Unplanned('untitled')
  const place = columns.includes('section')
    ? sectionOf(typed, sections)
    : { sectionId: film?.section?.id ?? null, newSection: '' }
  const details: FilmDetails = { ...after, sectionId: place.sectionId }
  const what = film ? (columns.length > 0 ? ('changed' as const) : ('same' as const)) : ('new' as const)
  const { slug } = identity
  return { what, film, slug, details, newSection: place.newSection, names, columns, candidates }
}

function identityOf(row: FilmRow): RowIdentity {
  const year = row.cells.get('year') ?? ''
  return {
    slug: row.cells.get('slug') ?? '',
    originalTitle: row.cells.get('originalTitle') ?? '',
    titles: titlesOf(row),
    year: numberIn('year', year, 1880, 2199),
    directors: namesInCell(row.cells.get('credits.director') ?? ''),
  }
}

function titlesOf({ cells }: FilmRow): string[] {
  const columns = ['title.vi', 'title.en', 'originalTitle'] as const
  return columns.flatMap((column) => cells.get(column) || [])
}

/** A section by its address or its name, with or without its accents; a name that none has is that of a new one. */
function sectionOf(typed: string, sections: readonly Section[]) {
  if (typed === '') return { sectionId: null, newSection: '' }
  const namesOf = ({ name }: Section) => [name.vi, name.en].flatMap((one) => one || [])
  const exact = sections.filter(
    (one) => one.slug === typed || namesOf(one).some((name) => sameWords(name, typed)),
  )
  const folded = sections.filter((one) => namesOf(one).some((name) => searchable(name) === searchable(typed)))
  const found = exact.length > 0 ? exact : folded
  if (found.length > 1) throw new Unplanned('section', 'section', typed)
  return found[0] ? { sectionId: found[0].id, newSection: '' } : { sectionId: null, newSection: typed }
}
