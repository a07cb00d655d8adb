import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { codeNames } from '../../domain/codes/named-codes.ts'
import type { WholeFilm } from '../../domain/films.server.ts'
import type { FilmImport } from '../../domain/tables/import-films.server.ts'
import type { FilmAnswers } from '../../domain/tables/plan-films.ts'
import type { FilmRow, ReadFilms } from '../../domain/tables/read-films.ts'
import { writtenCell } from '../../domain/tables/write-films.ts'

type Source = { encoding: string | null; isCertain: boolean }
type Line = FilmImport['lines'][number]

const longest = 90
const clipped = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

/** An import as its preview shows it: what needs an eye first, then the others in their order. */
export function filmsImportView(
  { table, rows: read }: ReadFilms,
  { lines, newcomers, newSections }: FilmImport,
  source: Source,
  answers: FilmAnswers,
  locale: Locale,
) {
  const byLine = new Map(read.map((row) => [row.line, row]))
  const rows = lines.map((line) => ({
    line: line.line,
    title: line.title,
    what: line.what,
    answer: answers[line.line] ?? '',
    candidates: line.candidates.map((film) => candidateView(film, locale)),
    changes: changesOf(line, byLine.get(line.line), locale),
    newSection: 'newSection' in line ? line.newSection : '',
    fault: line.what === 'unclear' ? { why: line.why, column: line.column, word: clipped(line.word) } : null,
  }))
  const count = (what: Line['what']) => rows.filter((row) => row.what === what).length
  const rank = ({ what }: { what: Line['what'] }) => ['asked', 'unclear'].indexOf(what)
  const isOpen = (row: (typeof rows)[number]) => rank(row) >= 0
  return {
    rows: [...rows.filter(isOpen).sort((a, b) => rank(a) - rank(b)), ...rows.filter((row) => !isOpen(row))],
    added: count('new'),
    changed: count('changed'),
    same: count('same'),
    asked: count('asked'),
    left: count('unclear') + count('skipped'),
    newcomers: newcomers.map(({ name }) => name),
    newSections,
    reading: table && {
      encoding: source.encoding,
      delimiter: table.delimiter,
      header: table.header,
      columns: table.columns,
      above: table.above.map(({ line }) => line),
      isUnsure: !source.isCertain,
    },
  }
}

/** What stands there now and what will, for each column that is another. */
function changesOf(line: Line, row: FilmRow | undefined, locale: Locale) {
  if (line.what !== 'changed' || !line.film) return []
  const { film } = line
  return line.columns.map((column) => ({
    column,
    before: clipped(writtenCell(film, column, locale)),
    after: clipped(row?.cells.get(column) ?? ''),
  }))
}

function candidateView(film: WholeFilm, locale: Locale) {
  const directors = film.credits.filter(({ role }) => role === 'director').map(({ name }) => name)
  const words = [directors.join(', '), codeNames('region', film.countries, locale), film.year ?? '']
  return {
    slug: film.slug,
    title: textIn(filmTitle(film), locale),
    words: words.filter(Boolean).join(' · '),
  }
}

export type FilmsImportView = ReturnType<typeof filmsImportView>
