import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/shared/vocabulary.ts'
import { type FilmColumn, roleOf } from '../../domain/tables/film-columns.ts'
import { creditRoleName } from '../../film-labels.ts'

const labels: Partial<Record<FilmColumn, () => string>> = {
  slug: m['films.import.address'],
  originalTitle: m['films.form.original-title'],
  originalLanguage: m['films.form.original-language'],
  countries: m['films.facts.countries'],
  year: m['films.facts.year'],
  minutes: m['films.form.minutes'],
  languages: m['films.facts.languages'],
  subtitles: m['films.facts.subtitles'],
  rating: m['films.facts.rating'],
  premiere: m['films.facts.premiere'],
  section: m['films.facts.section'],
  trailerUrl: m['films.form.trailer'],
}
const texts = { title: m['films.form.title'], synopsis: m['films.form.synopsis'] }

/** What a column of a table of films is called, as its header has it too. */
export function filmColumnLabel(column: FilmColumn): string {
  const role = roleOf(column)
  if (role) return creditRoleName(role)
  const [field, language] = column.split('.') as ['title' | 'synopsis', Locale | undefined]
  if (!language) return labels[column]?.() ?? column
  const label = texts[field]()
  return language === 'vi'
    ? m['organize.form.in-vietnamese']({ label })
    : m['organize.form.in-english']({ label })
}
