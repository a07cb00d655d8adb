import { and, asc, desc, gt, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { holdsWord, searchedWords } from '#app/shared/searched-words.server.ts'
import type { EventKind } from '#app/shared/vocabulary.ts'
import { event, host, organization, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { listEventsWhere } from '../events.server.ts'
import type { EventQuery } from './event-query.ts'

export const eventsOnPage = 12

/** The events that answer a question, those to come first, then the newest; with how many there are in all. */
export async function findEvents(query: EventQuery, now: Date) {
  const condition = and(...(await conditionsOf(query, now)))
  const total = await countEvents(condition)
  const last = Math.max(1, Math.ceil(total / eventsOnPage))
  const page = Math.min(query.page, last)
  const soonest = query.when === 'coming'
  const order = soonest
    ? [asc(event.startsAt), asc(event.slug)]
    : [desc(sql`${event.endsAt} > ${now.toISOString()}::timestamptz`), desc(event.startsAt), asc(event.slug)]
  const rows = await listEventsWhere(condition, {
    order,
    limit: eventsOnPage,
    offset: (page - 1) * eventsOnPage,
  })
  return { rows, total, page, last }
}

/** The next events, and those that were last, as the first page shows them; how many there are of each. */
export async function listFirstEvents(now: Date) {
  const [coming, over] = [gt(event.endsAt, now), lte(event.endsAt, now)]
  const [next, last, past] = await Promise.all([
    listEventsWhere(coming, { order: [asc(event.startsAt), asc(event.slug)], limit: 2 * eventsOnPage }),
    listEventsWhere(over, { order: [desc(event.startsAt), asc(event.slug)], limit: eventsOnPage }),
    countEvents(over),
  ])
  return { events: [...next, ...last], isMorePast: past > last.length }
}

async function countEvents(condition: SQL | undefined): Promise<number> {
  const [row] = await database()
    .select({ total: sql<number>`count(*)::int` })
    .from(event)
    .leftJoin(venue, sql`${venue.id} = ${event.venueId}`)
    .where(and(isNotNull(event.publishedAt), condition))
  return row?.total ?? 0
}

async function conditionsOf({ q, when, city, kind, host: body }: EventQuery, now: Date): Promise<SQL[]> {
  const words = await searchedWords(q)
  const found: (SQL | undefined)[] = [
    ...words.map(holdsWordSomewhere),
    when === 'coming' ? gt(event.endsAt, now) : undefined,
    when === 'past' ? lte(event.endsAt, now) : undefined,
    when && /^\d/.test(when) ? inYear(Number(when)) : undefined,
    city === null ? undefined : sql`${cityName} = ${city}`,
    kind === null ? undefined : sql`${event.kind} = ${kind}`,
    body === null
      ? undefined
      : sql`exists (
      select 1 from ${host} h join ${organization} o on o.id = h.organization_id
      where h.event_id = ${event.id} and o.slug = ${body})`,
  ]
  return found.filter((one) => one !== undefined)
}

/** In title or theme, in the place, or in the name of a host. */
function holdsWordSomewhere(word: string): SQL | undefined {
  const place = sql`search_text(coalesce(${venue.name} ->> 'vi', '') || ' ' || coalesce(${venue.name} ->> 'en', '')
    || ' ' || coalesce(${venue.city} ->> 'vi', '') || ' ' || coalesce(${venue.city} ->> 'en', ''))`
  const bodies = sql`search_text(o.short_name || ' ' || coalesce(o.name ->> 'vi', '') || ' ' || coalesce(o.name ->> 'en', ''))`
  return or(
    holdsWord(sql`${event.search}`, word),
    holdsWord(place, word),
    sql`exists (select 1 from ${host} h join ${organization} o on o.id = h.organization_id
      where h.event_id = ${event.id} and ${holdsWord(bodies, word)})`,
  )
}

/** By the event's own calendar; the two instants around it let the index find the few that are near. */
const inYear = (year: number) => sql`(
  ${event.startsAt} between make_timestamptz(${year}, 1, 1, 0, 0, 0, 'UTC') - interval '1 day'
    and make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'UTC') + interval '1 day'
  and extract(year from ${event.startsAt} at time zone ${event.timeZone}) = ${year})`

/** One name of a city in both languages of the page, without the marks of its author. */
const cityName = sql<string>`replace(coalesce(nullif(${venue.city} ->> 'vi', ''), ${venue.city} ->> 'en'), '~', ' ')`

/** What there is to choose from among the published events. */
export async function listEventChoices() {
  const [cities, hosts, kinds, years] = await Promise.all([
    database()
      .selectDistinctOn([cityName], { key: cityName, name: venue.city })
      .from(event)
      .innerJoin(venue, sql`${venue.id} = ${event.venueId}`)
      .where(and(isNotNull(event.publishedAt), sql`${cityName} <> ''`))
      .orderBy(cityName),
    database()
      .selectDistinct({ slug: organization.slug, name: organization.name, shortName: organization.shortName })
      .from(host)
      .innerJoin(organization, sql`${organization.id} = ${host.organizationId}`)
      .innerJoin(event, and(sql`${event.id} = ${host.eventId}`, isNotNull(event.publishedAt)))
      .orderBy(organization.shortName),
    database().selectDistinct({ kind: event.kind }).from(event).where(isNotNull(event.publishedAt)),
    database()
      .selectDistinct({
        year: sql<number>`extract(year from ${event.startsAt} at time zone ${event.timeZone})::int`,
      })
      .from(event)
      .where(isNotNull(event.publishedAt)),
  ])
  return {
    cities,
    hosts,
    kinds: kinds.map((one) => one.kind),
    years: years.map((one) => one.year).sort((a, b) => b - a),
  } satisfies {
    cities: { key: string; name: TranslatedText }[]
    hosts: { slug: string; name: TranslatedText; shortName: string }[]
    kinds: EventKind[]
    years: number[]
  }
}

export type EventChoices = Awaited<ReturnType<typeof listEventChoices>>
