import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { event, host, organization, picture, series, venue } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { eventMoved, findBySlugOfOld } from './event-slugs.server.ts'

export type PublicHost = {
  id: string
  slug: string
  shortName: string
  name: TranslatedText
  website: string | null
  logos: { light: HostLogo | null; dark: HostLogo | null }
}
/** A host of one event, with its own title and greeting of it, each empty where it has none. */
export type EventHost = PublicHost & { title: TranslatedText; greeting: TranslatedText }
type HostLogo = { id: string; width: number; height: number }

/** The picture that an event opens with. */
export type EventCover = HostLogo & {
  widths: number[]
  focalX: number
  focalY: number
  alt: TranslatedText
  credit: TranslatedText
}

const parent = alias(event, 'parent')

const logoOf = (use: 'logo' | 'logo-dark') => sql`(
  select json_build_object('id', l.id, 'width', l.width, 'height', l.height) from ${picture} l
  where l.organization_id = o.id and l.use = ${use} and l.removed_at is null)`

/** An organization `o` as readers see it. */
export const hostJson = sql`json_build_object(
    'id', o.id, 'slug', o.slug, 'shortName', o.short_name, 'name', o.name, 'website', o.website,
    'logos', json_build_object('light', ${logoOf('logo')}, 'dark', ${logoOf('logo-dark')})
  )`

const coverColumn = sql<Omit<EventCover, 'widths'> | null>`(
  select json_build_object(
    'id', c.id, 'width', c.width, 'height', c.height, 'focalX', c.focal_x, 'focalY', c.focal_y,
    'alt', c.alt, 'credit', c.credit
  ) from ${picture} c where c.event_id = ${event.id} and c.use = 'cover' and c.removed_at is null)`

const hosts = sql<EventHost[]>`(
  select coalesce(json_agg(
    ${hostJson}::jsonb || jsonb_build_object('title', h.title, 'greeting', h.greeting) order by h.position
  ), '[]')
  from ${host} h join ${organization} o on o.id = h.organization_id where h.event_id = ${event.id})`

const newestHas = (count: SQL) => sql<boolean>`coalesce((
  select ${count} > 0 from agenda_version v where v.event_id = ${event.id} order by v.number desc limit 1
), false)`

const publicColumns = {
  id: event.id,
  slug: event.slug,
  kind: event.kind,
  title: event.title,
  theme: event.theme,
  summary: event.summary,
  description: event.description,
  notice: event.notice,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  timeZone: event.timeZone,
  accent: event.accent,
  contactEmail: event.contactEmail,
  entry: event.entry,
  ticketsUrl: event.ticketsUrl,
  retainUntil: event.retainUntil,
  securityAsks: event.securityAsks,
  securityPurgesAt: event.securityPurgesAt,
  securityPurgedAt: event.securityPurgedAt,
  capacity: event.capacity,
  seated: event.seated,
  beyond: event.beyond,
  held: event.held,
  waitlist: event.waitlist,
  registrationOpensAt: event.registrationOpensAt,
  registrationClosesAt: event.registrationClosesAt,
  revision: event.revision,
  publishedAt: event.publishedAt,
  cancelledAt: event.cancelledAt,
  createdAt: event.createdAt,
  updatedAt: event.updatedAt,
  venue,
  parent: { id: parent.id, slug: parent.slug, title: parent.title },
  hosts,
  cover: coverColumn,
  series: { id: series.id, name: series.name },
  edition: event.edition,
  /** Whether readers find a recap of it. */
  hasRecap: sql<boolean>`exists (
    select 1 from recap r where r.event_id = ${event.id} and r.published_number is not null
  )`,
  /** Whether the newest version of its agenda has sessions, and people in them. */
  hasAgenda: newestHas(sql`session_count`),
  hasSpeakers: newestHas(sql`people_count`),
  hasFilms: sql<boolean>`exists (select 1 from film f where f.event_id = ${event.id} and f.removed_at is null)`,
  hasAwards: sql<boolean>`exists (select 1 from award a where a.event_id = ${event.id})`,
}

/** The published event at an address, with its place, its hosts in their order and its parent; or null. */
export async function findPublicEvent(slug: string) {
  const [found] = await publicEvents(eq(event.slug, slug))
  return found ?? null
}

/** The same, or refused: an unpublished event does not exist for readers. One that moved says where it is. */
export async function getPublicEvent(slug: string): Promise<PublicEvent> {
  const found = await findPublicEvent(slug)
  if (found) return found
  return refuseUnknown(slug)
}

/** Which published event stands at an address, for a form that needs no more of it; refused like its pages. */
export async function getPublicEventId(slug: string): Promise<string> {
  const [found] = await database()
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.slug, slug), isNotNull(event.publishedAt)))
  return found?.id ?? refuseUnknown(slug)
}

async function refuseUnknown(slug: string): Promise<never> {
  const moved = await findBySlugOfOld(slug)
  throw moved?.publishedAt ? eventMoved(slug, moved.slug) : new Refusal('event-missing', 'missing')
}

/** An event as readers would see it, published or not: for organizers whose right was checked. */
export async function getEventForPreview(id: string): Promise<PublicEvent> {
  const [found] = await eventsWhere(eq(event.id, id))
  if (!found) throw new Refusal('event-missing', 'missing')
  return found
}

/** Every published event, the earliest first. */
export function listPublicEvents() {
  return publicEvents()
}

/** The published events that belong to a festival, the earliest first. */
export function listPartsOf(parentId: string) {
  return publicEvents(eq(event.parentId, parentId))
}

export type PublicEvent = NonNullable<Awaited<ReturnType<typeof findPublicEvent>>>

function publicEvents(condition?: SQL) {
  return eventsWhere(and(isNotNull(event.publishedAt), condition))
}

type Listing = { order?: SQL[]; limit?: number; offset?: number }

/** Published events under a condition, in an order, a page of them. */
export function listEventsWhere(condition: SQL | undefined, listing: Listing) {
  return eventsWhere(and(isNotNull(event.publishedAt), condition), listing)
}

async function eventsWhere(condition?: SQL, { order, limit = 1_000_000, offset = 0 }: Listing = {}) {
  const found = await database()
    .select(publicColumns)
    .from(event)
    .leftJoin(venue, eq(venue.id, event.venueId))
    .leftJoin(parent, and(eq(parent.id, event.parentId), isNotNull(parent.publishedAt)))
    .leftJoin(series, eq(series.id, event.seriesId))
    .where(condition)
    .orderBy(...(order ?? [asc(event.startsAt), asc(event.slug)]))
    .limit(limit)
    .offset(offset)
  return found.map((one) => ({ ...one, cover: withWidths(one.cover) }))
}

const withWidths = (cover: Omit<EventCover, 'widths'> | null): EventCover | null =>
  cover && { ...cover, widths: pictureWidths(cover.width) }
