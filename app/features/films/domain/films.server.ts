import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { CreditRole, SectionKind } from '#app/shared/vocabulary.ts'
import { event, film, filmCredit, person, picture, section } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

export type FilmCredit = { role: CreditRole; personId: string; name: string; slug: string }
export type FilmStill = {
  id: string
  width: number
  height: number
  widths: number[]
  alt: TranslatedText
  credit: TranslatedText
}
type SectionOfFilm = { id: string; slug: string; name: TranslatedText; kind: SectionKind }

/** What a merged person was credited with is said of the record that was kept, once. */
const credits = sql<FilmCredit[]>`(
  select coalesce(json_agg(json_build_object(
    'role', c.role, 'personId', p.id, 'name', p.name, 'slug', p.slug
  ) order by c.role, c.position), '[]')
  from ${filmCredit} c join ${person} o on o.id = c.person_id join ${person} p on p.id = o.kept_id
  where c.film_id = ${film}.id and not exists (
    select 1 from ${filmCredit} e join ${person} ep on ep.id = e.person_id
    where e.film_id = c.film_id and e.role = c.role and ep.kept_id = o.kept_id and e.position < c.position
  ))`

const stills = sql<Omit<FilmStill, 'widths'>[]>`(
  select coalesce(json_agg(json_build_object(
    'id', s.id, 'width', s.width, 'height', s.height, 'alt', s.alt, 'credit', s.credit
  ) order by s.position), '[]')
  from ${picture} s where s.film_id = ${film}.id and s.removed_at is null)`

/** The words by which a film is found: its titles, and the names of who made it. */
const searched = sql<string>`${film}.search || ' ' || coalesce((
  select string_agg(p.search, ' ') from ${filmCredit} c join ${person} p on p.id = c.person_id
  where c.film_id = ${film}.id), '')`

const columns = {
  id: film.id,
  eventId: film.eventId,
  slug: film.slug,
  sectionId: film.sectionId,
  originalTitle: film.originalTitle,
  originalLanguage: film.originalLanguage,
  title: film.title,
  synopsis: film.synopsis,
  countries: film.countries,
  year: film.year,
  minutes: film.minutes,
  languages: film.languages,
  subtitles: film.subtitles,
  rating: film.rating,
  premiere: film.premiere,
  trailerUrl: film.trailerUrl,
  revision: film.revision,
  credits,
  stills,
  section: sql<SectionOfFilm | null>`(
    select json_build_object('id', s.id, 'slug', s.slug, 'name', s.name, 'kind', s.kind)
    from ${section} s where s.id = ${film}.section_id)`,
}

/** The films of an edition by title, each with what it is found by, its makers and its first still: one statement. */
export async function listFilms(eventId: string) {
  const rows = await database()
    .select({
      ...columns,
      synopsis: sql<TranslatedText>`'{}'::jsonb`,
      stills: sql<Omit<FilmStill, 'widths'>[]>`(
        select coalesce(json_agg(one), '[]') from (
          select s.id, s.width, s.height, s.alt, s.credit from ${picture} s
          where s.film_id = ${film}.id and s.removed_at is null order by s.position limit 1) one)`,
      search: searched,
    })
    .from(film)
    .where(and(eq(film.eventId, eventId), isNull(film.removedAt)))
    .orderBy(asc(film.search), asc(film.id))
  return rows.map(withMakers)
}

/** All that is written of the films of an edition, by title, to be written into a table or compared with one. */
export async function listWholeFilms(eventId: string) {
  const { stills: _, ...whole } = columns
  const rows = await database()
    .select(whole)
    .from(film)
    .where(and(eq(film.eventId, eventId), isNull(film.removedAt)))
    .orderBy(asc(film.search), asc(film.id))
  return rows.map((row) => withMakers({ ...row, stills: [] }))
}

/** The film at an address of an event, or refused. */
export async function getFilm(eventId: string, slug: string) {
  const [found] = await database()
    .select(columns)
    .from(film)
    .where(and(eq(film.eventId, eventId), eq(film.slug, slug), isNull(film.removedAt)))
  if (!found) throw new Refusal('film-missing', 'missing')
  return withMakers(found)
}

export type WholeFilm = Awaited<ReturnType<typeof listWholeFilms>>[number]
export type ListedFilm = Awaited<ReturnType<typeof listFilms>>[number]
export type OneFilm = Awaited<ReturnType<typeof getFilm>>

const order: readonly CreditRole[] = [
  'director',
  'screenplay',
  'cinematography',
  'editing',
  'music',
  'producer',
  'cast',
]

function withMakers<Row extends { credits: FilmCredit[]; stills: Omit<FilmStill, 'widths'>[] }>(row: Row) {
  const inOrder = [...row.credits].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const stills = row.stills.map((still): FilmStill => ({ ...still, widths: pictureWidths(still.width) }))
  return { ...row, credits: inOrder, stills }
}

/** The addresses of films and sections that readers can open, by event. */
export function listFilmAddresses() {
  return database()
    .select({
      eventId: event.id,
      hasAwards: sql<boolean>`exists (select 1 from award a where a.event_id = ${event}.id)`,
      films: sql<string[]>`coalesce((
        select json_agg(f.slug order by f.slug) from ${film} f
        where f.event_id = ${event}.id and f.removed_at is null), '[]')`,
      sections: sql<string[]>`coalesce((
        select json_agg(s.slug order by s.slug) from ${section} s where s.event_id = ${event}.id and exists (
          select 1 from ${film} f where f.section_id = s.id and f.removed_at is null)), '[]')`,
    })
    .from(event)
    .where(sql`${event}.published_at is not null`)
}
