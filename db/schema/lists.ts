import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { locales, subscriptionPlaces, subscriptionStates } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { initiative } from './initiatives/initiatives.ts'
import { organization } from './organizations.ts'

/** What an organization writes about to those who joined it with consent; its page is `/{lang}/lists/{slug}`. */
export const list = pgTable(
  'list',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    /** The initiative whose supporters stand on it; they join and leave it there. */
    initiativeId: uuid().references(() => initiative.id, { onDelete: 'set null' }),
    title: translated(),
    description: translated(),
    revision: revision(),
    /** Nobody joins it any more; who is on it may still leave. */
    archivedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('list_organization').on(t.organizationId, t.createdAt, t.id),
    uniqueIndex('list_initiative').on(t.initiativeId, t.organizationId).where(sql`initiative_id is not null`),
  ],
)

/** How many stand on a list in each state: kept by a trigger of `subscription`, so that no page counts a million rows. */
export const listCount = pgTable('list_count', {
  listId: uuid()
    .primaryKey()
    .references(() => list.id, { onDelete: 'cascade' }),
  waiting: integer().notNull().default(0),
  confirmed: integer().notNull().default(0),
  gone: integer().notNull().default(0),
})

/** What people agree to when they join a list; a new wording is a new version, and the old ones stay. */
export const consentText = pgTable(
  'consent_text',
  {
    id: id(),
    listId: uuid()
      .notNull()
      .references(() => list.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    text: translated(),
    createdAt: createdAt(),
  },
  (t) => [unique('consent_text_version').on(t.listId, t.version)],
)

/** Somebody whom an organization may know by address; what it may send them stands in `subscription`. */
export const contact = pgTable(
  'contact',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    name: text().notNull().default(''),
    locale: locale(),
    /** Two letters (ISO 3166), where it is known. */
    country: text(),
    /** How many advertising mails a week they wish at most; null: as the organization does. */
    weeklyLimit: integer(),
    /** When they were last asked to confirm anything: once a day at most. */
    askedAt: instant(),
    createdAt: createdAt(),
    /** As in a registration. */
    search: text().generatedAlwaysAs(sql`search_text(' ' || name || ' ' || email)`),
  },
  (t) => [
    uniqueIndex('contact_address').on(t.organizationId, sql`lower(${t.email})`),
    index('contact_email').on(sql`lower(${t.email})`),
    // What segments ask of all contacts, without reading their rows.
    index('contact_segment').on(t.organizationId, t.id, t.locale, t.country),
    index('contact_search').using('gin', sql`${t.search} gin_trgm_ops`),
    check('contact_weekly_limit', sql`weekly_limit is null or weekly_limit >= 0`),
    check('contact_country', sql`country is null or country ~ '^[A-Z]{2}$'`),
  ],
)

/** A contact on a list: since when, from where, and by which words. */
export const subscription = pgTable(
  'subscription',
  {
    listId: uuid()
      .notNull()
      .references(() => list.id, { onDelete: 'cascade' }),
    contactId: uuid()
      .notNull()
      .references(() => contact.id, { onDelete: 'cascade' }),
    state: text({ enum: subscriptionStates }).notNull(),
    place: text({ enum: subscriptionPlaces }).notNull(),
    /** Imports only: by what right, in the organizer's words. */
    ground: text(),
    /** Exactly what was agreed to, and in which language it was read; an import has none before it is confirmed. */
    consentId: uuid().references(() => consentText.id),
    consentLocale: text({ enum: locales }),
    askedAt: instant().notNull(),
    /** When the mail that asks left for the first time, and when once more. */
    mailedAt: instant(),
    resentAt: instant(),
    confirmedAt: instant(),
    leftAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.contactId] }),
    // In the order of the contacts' own index: who is on one of some lists is merged, not hashed.
    index('subscription_contact').on(t.contactId, t.listId, t.state),
    index('subscription_list').on(t.listId, t.createdAt.desc().nullsFirst(), t.contactId.desc().nullsFirst()),
    index('subscription_state').on(
      t.listId,
      t.state,
      t.createdAt.desc().nullsFirst(),
      t.contactId.desc().nullsFirst(),
    ),
    index('subscription_waiting').on(t.askedAt).where(sql`state = 'waiting'`),
    check('subscription_state_code', oneOf('state', subscriptionStates)),
    check('subscription_place', oneOf('place', subscriptionPlaces)),
    check('subscription_ground', sql`(place = 'import') = (ground is not null)`),
    check(
      'subscription_consent',
      sql`state <> 'confirmed' or (consent_id is not null and confirmed_at is not null)`,
    ),
    check('subscription_consent_language', sql`(consent_id is null) = (consent_locale is null)`),
  ],
)

/** The lists that an event's registration form offers, each by a box that nobody ticked before. */
export const eventList = pgTable(
  'event_list',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    listId: uuid()
      .notNull()
      .references(() => list.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.listId] }), index('event_list_list').on(t.listId)],
)
