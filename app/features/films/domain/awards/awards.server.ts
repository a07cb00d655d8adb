import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { award, awardWinner, film, juror, person, section } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type FilmOfWinner = { id: string; slug: string; title: TranslatedText; originalTitle: string }
export type Winner = {
  film: FilmOfWinner | null
  person: { id: string; name: string; slug: string } | null
  citation: TranslatedText
}

/** Who won, in order; a film that was taken away is not named, nor a merged person beside the one that was kept. */
const winners = sql<Winner[]>`(
  select coalesce(json_agg(json_build_object(
    'film', case when f.id is null then null else json_build_object(
      'id', f.id, 'slug', f.slug, 'title', f.title, 'originalTitle', f.original_title) end,
    'person', case when p.id is null then null else json_build_object(
      'id', p.id, 'name', p.name, 'slug', p.slug) end,
    'citation', w.citation
  ) order by w.position), '[]')
  from ${awardWinner} w
    left join ${film} f on f.id = w.film_id and f.removed_at is null
    left join ${person} o on o.id = w.person_id left join ${person} p on p.id = o.kept_id
  where w.award_id = ${award}.id and (f.id is not null or p.id is not null))`

const columns = {
  id: award.id,
  eventId: award.eventId,
  sectionId: award.sectionId,
  name: award.name,
  position: award.position,
  revision: award.revision,
  winners,
}

/** The awards of an edition in their order, with who won them. */
export function listAwards(eventId: string) {
  return database()
    .select(columns)
    .from(award)
    .leftJoin(section, eq(section.id, award.sectionId))
    .where(eq(award.eventId, eventId))
    .orderBy(sql`${section.position} nulls last`, asc(award.position), asc(award.id))
}

export type ListedAward = Awaited<ReturnType<typeof listAwards>>[number]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One award of an event, or refused. */
export async function getAward(eventId: string, awardId: string): Promise<ListedAward> {
  const [found] = uuid.test(awardId)
    ? await database()
        .select(columns)
        .from(award)
        .where(and(eq(award.eventId, eventId), eq(award.id, awardId)))
    : []
  if (!found) throw new Refusal('award-missing', 'missing')
  return found
}

export type Juror = { sectionId: string; personId: string; name: string; slug: string; isChair: boolean }

/** The juries of an edition's sections, the chair first. */
export function listJurors(eventId: string): Promise<Juror[]> {
  return database()
    .selectDistinctOn([section.position, section.id, juror.isChair, juror.position], {
      sectionId: juror.sectionId,
      personId: person.keptId,
      name: sql<string>`(select k.name from ${person} k where k.id = ${person}.kept_id)`,
      slug: sql<string>`(select k.slug from ${person} k where k.id = ${person}.kept_id)`,
      isChair: juror.isChair,
    })
    .from(juror)
    .innerJoin(section, eq(section.id, juror.sectionId))
    .innerJoin(person, eq(person.id, juror.personId))
    .where(eq(section.eventId, eventId))
    .orderBy(
      asc(section.position),
      asc(section.id),
      sql`${juror.isChair} desc nulls first`,
      asc(juror.position),
    )
}

/** The awards that a film of an event won, itself or its makers for it. */
export function listAwardsOfFilm(filmId: string) {
  return database()
    .select({ id: award.id, name: award.name, person: person.name })
    .from(awardWinner)
    .innerJoin(award, eq(award.id, awardWinner.awardId))
    .innerJoin(film, and(eq(film.id, awardWinner.filmId), isNull(film.removedAt)))
    .leftJoin(person, and(isNotNull(awardWinner.personId), eq(person.id, awardWinner.personId)))
    .where(eq(awardWinner.filmId, filmId))
    .orderBy(asc(award.position), asc(awardWinner.position))
}
