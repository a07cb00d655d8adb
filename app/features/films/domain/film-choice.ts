import * as z from 'zod/mini'
import { clockIn } from '#app/shared/time/zone-clock.ts'
import type { PublishedSession } from '#db/schema/agenda-snapshot.ts'

const line = z.catch(z.nullable(z.string().check(z.minLength(1), z.maxLength(60))), null)

/** What somebody looks for among the films of an edition; what is no choice counts as none. */
const filmQuerySchema = z.object({
  q: z.catch(z.string().check(z.trim(), z.maxLength(200)), ''),
  /** The address of a section. */
  section: line,
  country: line,
  /** `2025-06-30`, on the event's clock. */
  day: line,
  page: z.catch(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000)), 1),
})
export type FilmQuery = z.infer<typeof filmQuerySchema>

/** The query of an address, `?q=mua&day=2025-06-30`. */
export function readFilmQuery(search: URLSearchParams): FilmQuery {
  return filmQuerySchema.parse({ section: null, country: null, day: null, ...Object.fromEntries(search) })
}

/** The same question at another page, as it stands in an address. */
export function filmQueryAt({ q, section, country, day }: FilmQuery, page: number): string {
  const asked = { q, section, country, day, page: page > 1 ? String(page) : null }
  const given = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** The day of a screening as an address names it. */
export function dayKey(startsAt: string, timeZone: string): string {
  const { year, month, day } = clockIn(new Date(startsAt), timeZone)
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

/** The screenings of each film, in the order of the agenda, by the film's id. */
export function screeningsByFilm(sessions: readonly PublishedSession[]): Map<string, PublishedSession[]> {
  const byFilm = new Map<string, PublishedSession[]>()
  for (const session of sessions) {
    for (const { id } of session.films ?? []) byFilm.set(id, [...(byFilm.get(id) ?? []), session])
  }
  return byFilm
}

type Film = { id: string; search: string; countries: string[]; section: { slug: string } | null }
type Asked = {
  query: FilmQuery
  /** What was typed, folded as the films' own words are. */
  words: readonly string[]
  screenings: ReadonlyMap<string, readonly PublishedSession[]>
  timeZone: string
}

/** The films that are looked for, in their order. */
export function chosenFilms<F extends Film>(
  films: readonly F[],
  { query, words, screenings, timeZone }: Asked,
): F[] {
  const { section, country, day } = query
  return films.filter(
    (film) =>
      words.every((word) => film.search.includes(word)) &&
      (section === null || film.section?.slug === section) &&
      (country === null || film.countries.includes(country)) &&
      (day === null ||
        (screenings.get(film.id) ?? []).some(({ startsAt }) => dayKey(startsAt, timeZone) === day)),
  )
}

/** So many stand on one page. */
const perPage = 48

/** One page of a list; one past the end is the last. */
export function pageOf<F>(films: readonly F[], page: number) {
  const last = Math.max(1, Math.ceil(films.length / perPage))
  const at = Math.min(page, last)
  return { rows: films.slice((at - 1) * perPage, at * perPage), total: films.length, page: at, last }
}
