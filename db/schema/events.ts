import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { entryTerms, eventKinds } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf, revision, translated } from './columns.ts'
import { account, organization } from './organizations.ts'

export const venue = pgTable('venue', {
  id: id(),
  name: translated(),
  address: text().notNull().default(''),
  city: translated(),
  country: text().notNull().default(''),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
})

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
    venueId: uuid().references(() => venue.id),
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
    registrationOpensAt: instant(),
    registrationClosesAt: instant(),
    waitlist: boolean().notNull().default(true),
    offerHours: integer().notNull().default(48),
    /** A guest's seat counts for good only when they have shown that the address is theirs. */
    asksAddress: boolean().notNull().default(false),
    /** Which reminders go to those who have a seat. */
    remindsDayBefore: boolean().notNull().default(true),
    remindsHourBefore: boolean().notNull().default(true),
    publishedAt: instant(),
    cancelledAt: instant(),
    /** Personal facts of attendees are erased after this day. */
    retainUntil: instant(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
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
    check('event_seats', sql`seated >= 0 and (capacity is null or seated <= capacity)`),
    check('event_accent', sql`accent ~ '^#[0-9a-f]{6}$'`),
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
    guestQuota: integer(),
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
    guestQuota: integer(),
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
    venueId: uuid().references(() => venue.id),
    name: translated(),
    capacity: integer(),
    position: integer().notNull(),
  },
  (t) => [unique('room_position').on(t.eventId, t.position)],
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
