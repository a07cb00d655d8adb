import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { entryTerms, eventKinds, liftAnswers, stepFreeAnswers } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf, revision, translated } from './columns.ts'
import type { SecurityField } from './festival/security-content.ts'
import { account, organization } from './organizations.ts'

/** What returns under one name: its editions are events. */
export const series = pgTable('series', { id: id(), name: translated(), createdAt: createdAt() })

/** An address that an event had: it leads to the event for good, and no other event gets it. */
export const formerSlug = pgTable(
  'former_slug',
  {
    slug: text().primaryKey(),
    eventId: uuid()
      .notNull()
      .references((): AnyPgColumn => event.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [index('former_slug_event').on(t.eventId)],
)

export const event = pgTable(
  'event',
  {
    id: id(),
    slug: text().notNull().unique(),
    kind: text({ enum: eventKinds }).notNull(),
    parentId: uuid().references((): AnyPgColumn => event.id, { onDelete: 'set null' }),
    /** The earlier event that this one was made from. */
    copiedFromId: uuid().references((): AnyPgColumn => event.id, { onDelete: 'set null' }),
    /** The main one of its venues: where rooms without a venue of their own are. */
    venueId: uuid().references((): AnyPgColumn => venue.id),
    seriesId: uuid().references(() => series.id, { onDelete: 'set null' }),
    /** Which one of its series it is, as people say it: `IV`, `2025`. */
    edition: text().notNull().default(''),
    title: translated(),
    theme: translated(),
    summary: translated(),
    description: translated(),
    /** Stands at the head of every page of the event. */
    notice: translated(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    timeZone: text().notNull(),
    accent: text().notNull().default('#8a1f2d'),
    contactEmail: text(),
    /** On what terms one comes in, where its hosts say so. */
    entry: text({ enum: entryTerms }),
    /** Where tickets of an event are sold that costs something. */
    ticketsUrl: text(),
    capacity: integer(),
    /** Seats taken over all categories: confirmed and offered. */
    seated: integer().notNull().default(0),
    /** Of those, the ones that were given beyond the capacity by decision. */
    beyond: integer().notNull().default(0),
    /** Seats kept for hosts' guests who have not accepted yet. */
    held: integer().notNull().default(0),
    registrationOpensAt: instant(),
    registrationClosesAt: instant(),
    waitlist: boolean().notNull().default(true),
    offerHours: integer().notNull().default(48),
    /** A guest's seat counts for good only when they have shown that the address is theirs. */
    asksAddress: boolean().notNull().default(false),
    /** Which reminders go to those who have a seat. */
    remindsDayBefore: boolean().notNull().default(true),
    remindsHourBefore: boolean().notNull().default(true),
    /** Whether those who had a seat are asked afterwards how it was. */
    asksFeedback: boolean().notNull().default(true),
    publishedAt: instant(),
    cancelledAt: instant(),
    /** Planted by the seed, to try things on: it may be removed together with all that is. */
    isDemo: boolean().notNull().default(false),
    /** Nobody sees it any more; it is deleted when that cannot be taken back. */
    removedAt: instant(),
    /** Until when guests answer what they are asked after registration; null while they are not asked. */
    answersUntil: instant(),
    /** Personal facts of attendees are erased after this day. */
    retainUntil: instant(),
    /** What the venue's security is told of guests beside their names; null where it gets no list. */
    securityAsks: text().array().$type<SecurityField[]>(),
    /** When that list is deleted; null: a day after the event (`security-list.ts`). */
    securityPurgesAt: instant(),
    securityPurgedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    search: text().generatedAlwaysAs(
      sql`search_text(coalesce(title ->> 'vi', '') || ' ' || coalesce(title ->> 'en', '') || ' ' || coalesce(theme ->> 'vi', '') || ' ' || coalesce(theme ->> 'en', '') || ' ' || edition)`,
    ),
  },
  (t) => [
    index('event_search').using('gin', sql`${t.search} gin_trgm_ops`),
    index('event_series').on(t.seriesId),
    index('event_ends').on(t.endsAt).where(sql`published_at is not null`),
    index('event_starts').on(t.startsAt),
    index('event_parent').on(t.parentId),
    check('event_kind', oneOf('kind', eventKinds)),
    check('event_entry', oneOf('entry', entryTerms)),
    check(
      'event_tickets',
      sql`tickets_url is null or (coalesce(entry, '') = 'priced' and tickets_url like 'https://%')`,
    ),
    check('event_slug', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('event_order', sql`ends_at > starts_at`),
    check(
      'event_seats',
      sql`least(seated, beyond, held) >= 0 and (capacity is null or seated - beyond + held <= capacity)`,
    ),
    check('event_accent', sql`accent ~ '^#[0-9a-f]{6}$'`),
  ],
)

/** A house or a place of one event: its address stands here and nowhere else, and its rooms refer to it. */
export const venue = pgTable(
  'venue',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    name: translated(),
    /** Street and number, as a map finds it. */
    address: text().notNull().default(''),
    city: translated(),
    country: text().notNull().default(''),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    wayThere: translated(),
    entrance: translated(),
    parking: translated(),
    stepFree: text({ enum: stepFreeAnswers }),
    lift: text({ enum: liftAnswers }),
    position: integer().notNull(),
  },
  (t) => [
    unique('venue_slug').on(t.eventId, t.slug),
    // What rooms refer to, so that none is ever at another event's venue.
    unique('venue_event').on(t.id, t.eventId),
    check('venue_slug_plain', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('venue_step_free', oneOf('step_free', stepFreeAnswers)),
    check('venue_lift', oneOf('lift', liftAnswers)),
    check(
      'venue_coordinates',
      sql`(latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))`,
    ),
  ],
)

/** An organization's part in one event; hosts are equals, `position` only orders names and logos. */
export const host = pgTable(
  'host',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id),
    position: integer().notNull(),
    /** How this host calls the event, and greets its own guests, where it does so otherwise than the event. */
    title: translated(),
    greeting: translated(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.organizationId] }),
    unique('host_position').on(t.eventId, t.position),
    index('host_organization').on(t.organizationId),
  ],
)

/** A body that was asked to host. Only when one of its admins accepts does it become a `host`: until then it has no part. */
export const hostRequest = pgTable(
  'host_request',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    askedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('host_request_once').on(t.eventId, t.organizationId),
    index('host_request_organization').on(t.organizationId),
  ],
)

export const room = pgTable(
  'room',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** Its own venue; without one it is at the event's main venue. */
    venueId: uuid(),
    name: translated(),
    capacity: integer(),
    position: integer().notNull(),
  },
  (t) => [
    unique('room_position').on(t.eventId, t.position),
    foreignKey({
      name: 'room_venue_id_venue_id_fk',
      columns: [t.venueId, t.eventId],
      foreignColumns: [venue.id, venue.eventId],
    }),
    index('room_venue').on(t.venueId),
  ],
)

export const track = pgTable(
  'track',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    name: translated(),
    colour: text(),
    position: integer().notNull(),
  },
  (t) => [unique('track_position').on(t.eventId, t.position)],
)
