import { and, eq, exists, isNull, not, type SQL, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { isStale, missingIn, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { CalendarAnswer } from '#app/shared/vocabulary.ts'
import { appearance, person, portrait, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isKeptRecord, recordsOf } from './kept-person.server.ts'
import { isOf, seenAt } from './known-to-hosts.server.ts'
import { byName, peopleSearch } from './people-search.server.ts'

/** Who is shown: everybody, those in a session of this event, those who lack something. */
export const peopleShown = ['speaking', 'speaking-no-address', 'no-address', 'no-portrait'] as const
export type PeopleShown = (typeof peopleShown)[number]
export type PeopleFilter = { q: string; show: PeopleShown | null; page: number }

const pageSize = 50

/** One page of the people whom the actor sees at an event, by the alphabet; in a search those spelled as typed come first. */
export async function listPeople(ctx: Context, eventId: string, { q, show, page }: PeopleFilter) {
  await requireEventRight(ctx, 'people.read', eventId)
  const search = await peopleSearch(q)
  const scope = and(
    seenAt(ctx, eventId),
    isKeptRecord,
    search?.found,
    show ? conditions[show](eventId) : undefined,
  )
  const asTyped = search ? [sql`(${search.asTyped}) is true desc`] : []
  const order = [...asTyped, byName(ctx), sql`${person.id}`]
  const total = await database().$count(person, scope)
  const last = Math.max(1, Math.ceil(total / pageSize))
  const at = Math.min(Math.max(1, page), last)
  const rows = await database()
    .select({ ...columns, sessions: sessionsIn(eventId) })
    .from(person)
    .where(scope)
    .orderBy(...order)
    .limit(pageSize)
    .offset((at - 1) * pageSize)
  return { total, page: at, last, rows: rows.map(withMarks) }
}

// With its table: of a single table columns are written without, and `id` is anybody's inside.
const ownId = sql.raw('"person"."id"')

const columns = {
  id: person.id,
  name: person.name,
  honorific: person.honorific,
  position: person.position,
  affiliation: person.affiliation,
  biography: person.biography,
  email: person.email,
  portraitId: sql<string | null>`(
    select o.id from portrait o where o.person_id = ${ownId} and o.removed_at is null
  )`,
}

function sessionsIn(eventId: string) {
  return sql<number>`(
    select count(distinct a.session_id)::int from appearance a join session s on s.id = a.session_id
    where s.event_id = ${eventId} and s.cancelled_at is null
      and a.person_id in ${recordsOf(ownId)}
  )`
}

const conditions: Record<PeopleShown, (eventId: string) => SQL | undefined> = {
  speaking: (eventId) => isIn(eventId),
  'speaking-no-address': (eventId) => and(isIn(eventId, isNull(session.cancelledAt)), isNull(person.email)),
  'no-address': () => isNull(person.email),
  'no-portrait': () =>
    not(
      exists(
        database()
          .select({ one: sql`1` })
          .from(portrait)
          .where(and(eq(portrait.personId, person.id), isNull(portrait.removedAt))),
      ),
    ),
}

/** Whether somebody is in a session of this event, be it under another record of theirs. */
function isIn(eventId: string, which?: SQL): SQL {
  return exists(
    database()
      .select({ one: sql`1` })
      .from(appearance)
      .innerJoin(session, and(eq(session.id, appearance.sessionId), eq(session.eventId, eventId), which))
      .where(sql`${appearance.personId} in ${recordsOf(person.keptId)}`),
  )
}

/** How many the list shows under this heading; for readers whose right was checked. */
export function countPeople(ctx: Context, eventId: string, show: PeopleShown): Promise<number> {
  return database().$count(person, and(seenAt(ctx, eventId), isKeptRecord, conditions[show](eventId)))
}

type Listed = { honorific: TranslatedText; position: TranslatedText; affiliation: TranslatedText }

function withMarks<Row extends Listed & { biography: TranslatedText }>({ biography, ...row }: Row) {
  const words = [row.honorific, row.position, row.affiliation, biography]
  return { ...row, untranslated: words.some((text) => missingIn(text) !== null || isStale(text)) }
}

export type PeopleRow = Awaited<ReturnType<typeof listPeople>>['rows'][number]

/** The sessions of an event's draft that a person is in, in order of time, with their parts. */
export async function listPartsOf(eventId: string, personId: string) {
  return database()
    .select({
      sessionId: session.id,
      title: session.title,
      startsAt: session.startsAt,
      roles: sql<string[]>`array_agg(distinct ${appearance.role})`,
    })
    .from(appearance)
    .innerJoin(session, eq(session.id, appearance.sessionId))
    .where(
      and(eq(session.eventId, eventId), isNull(session.cancelledAt), isOf(appearance.personId, personId)),
    )
    .groupBy(session.id)
    .orderBy(session.startsAt)
}

/** What a person was asked by mail in an event, and what they said. */
export async function listAskedOf(eventId: string, personId: string) {
  const rows = await database().execute<{
    id: string
    sessionId: string
    answer: CalendarAnswer
    email: string | null
    cancelled: boolean
  }>(sql`
    select i.id, i.session_id as "sessionId", i.answer, i.email, i.cancelled_at is not null as cancelled
    from invitation i join session s on s.id = i.session_id
    where s.event_id = ${eventId}
      and i.person_id in ${recordsOf(personId)}`)
  return [...rows]
}
