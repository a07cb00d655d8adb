import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { registrationStates, toldOnceKinds } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { link } from './links.ts'
import { account } from './organizations.ts'
import { person } from './people.ts'
import type { GivenAnswers } from './questions/question-content.ts'

/**
 * A class of guests with its own seats. The counters are kept by the verbs in the same statement as the
 * registrations they count, so that neither a seat nor a page of the list ever needs count(*).
 */
export const guestCategory = pgTable(
  'guest_category',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    name: translated(),
    description: translated(),
    position: integer().notNull(),
    capacity: integer(),
    needsApproval: boolean().notNull().default(false),
    emailDomains: text().array().notNull().default([]),
    accessCode: text(),
    /** How many a guest of it may bring; each takes a seat. */
    companionLimit: integer().notNull().default(0),
    pending: integer().notNull().default(0),
    confirmed: integer().notNull().default(0),
    waitlisted: integer().notNull().default(0),
    offered: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    declined: integer().notNull().default(0),
    /** Of the confirmed, those who were seated beyond the capacity by decision. */
    beyond: integer().notNull().default(0),
    /** The seats of those whom its guests bring. */
    companions: integer().notNull().default(0),
    /** Seats kept for hosts' guests who have not accepted yet (`quotas.ts`). */
    held: integer().notNull().default(0),
  },
  (t) => [
    unique('guest_category_code').on(t.eventId, t.code),
    unique('guest_category_event').on(t.eventId, t.id),
    check(
      'guest_category_seats',
      sql`capacity is null or confirmed + offered + companions - beyond + held <= capacity`,
    ),
    check(
      'guest_category_counts',
      sql`least(pending, confirmed, waitlisted, offered, cancelled, declined, beyond, companions, held, companion_limit) >= 0`,
    ),
  ],
)

export const registration = pgTable(
  'registration',
  {
    id: id(),
    eventId: uuid().notNull(),
    categoryId: uuid().notNull(),
    /** Order of arrival; a new one when a cancelled registration is made again, an earlier one when somebody is moved up. */
    arrival: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    state: text({ enum: registrationStates }).notNull(),
    personId: uuid().references(() => person.id, { onDelete: 'set null' }),
    name: text().notNull(),
    email: text().notNull(),
    /** The address by which a repeat is known: lower case, domain in ASCII. */
    emailKey: text().notNull(),
    affiliation: text().notNull().default(''),
    jobTitle: text().notNull().default(''),
    locale: locale(),
    /** Only whoever has a seat brings somebody; names are as many as were given. */
    companions: integer().notNull().default(0),
    companionNames: text().array().notNull().default([]),
    /** Whom they asked for and who have no seats: they get them with their guest's own, all or none. */
    wishedCompanions: integer().notNull().default(0),
    wishedNames: text().array().notNull().default([]),
    /** By the codes of the event's questions; only of those that were asked. */
    answers: jsonb().$type<GivenAnswers>().notNull().default({}),
    consentAt: instant().notNull(),
    tokenSalt: text().notNull(),
    tokenHash: text().notNull().unique(),
    /** On the QR code for the door (`ticket-code.ts`); new with every new link. */
    ticketCode: text()
      .notNull()
      .unique()
      .default(sql`upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12))`),
    offerExpiresAt: instant(),
    /** An offered seat that was free on arrival: it waits for a proof of the address, not for a decision. */
    addressAsked: boolean().notNull().default(false),
    reason: text(),
    /** Whether they wish to be reminded of the event. */
    reminded: boolean().notNull().default(true),
    /** What organizers write for each other; the guest never sees it. */
    note: text().notNull().default(''),
    isVip: boolean().notNull().default(false),
    /** A seat that somebody decided to give beyond what the category, or the whole event, has: it takes nobody else's. */
    beyondCategory: boolean().notNull().default(false),
    beyondEvent: boolean().notNull().default(false),
    /** Why it was given; the guest never sees it. */
    beyondReason: text(),
    /** Somebody with a seat who waits for one in another category keeps theirs until then. */
    wishedCategoryId: uuid().references(() => guestCategory.id, { onDelete: 'set null' }),
    /** Their place among those who arrive there. */
    wishArrival: bigint({ mode: 'number' }),
    addedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    /** The registration for the whole festival, on whose page this one for a part of it was made: it ends with it. */
    parentId: uuid().references((): AnyPgColumn => registration.id, { onDelete: 'set null' }),
    /** The counted link by which they came. */
    linkId: uuid().references(() => link.id, { onDelete: 'set null' }),
    /** What is searched, without case and diacritics. It begins with a space, so that `like '% an%'` finds each word. */
    search: text().generatedAlwaysAs(
      sql`search_text(' ' || name || ' ' || email || ' ' || affiliation || ' ' || job_title)`,
    ),
    /** Each word as it is spelled, in lower case: a search puts those first who write themselves as it was typed. */
    words: text()
      .array()
      .generatedAlwaysAs(sql`spelled_words(name || ' ' || affiliation || ' ' || job_title)`),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'registration_category',
      columns: [t.eventId, t.categoryId],
      foreignColumns: [guestCategory.eventId, guestCategory.id],
    }),
    uniqueIndex('registration_once').on(t.eventId, t.emailKey),
    index('registration_arrival').on(t.eventId, t.arrival),
    index('registration_state').on(t.eventId, t.state, t.arrival),
    index('registration_category').on(t.categoryId, t.arrival),
    index('registration_category_state').on(t.categoryId, t.state, t.arrival),
    index('registration_offer').on(t.offerExpiresAt).where(sql`state = 'offered'`),
    index('registration_wish')
      .on(t.wishedCategoryId, t.wishArrival)
      .where(sql`wished_category_id is not null`),
    index('registration_parent').on(t.parentId).where(sql`parent_id is not null`),
    index('registration_link').on(t.linkId).where(sql`link_id is not null`),
    index('registration_name').on(t.eventId, sql`(name collate "vi-x-icu")`, t.id),
    index('registration_affiliation').on(t.eventId, sql`(affiliation collate "vi-x-icu")`, t.id),
    index('registration_search').using('gin', sql`${t.search} gin_trgm_ops`),
    index('registration_words').using('gin', t.words),
    index('registration_answers').using('gin', sql`${t.answers} jsonb_path_ops`),
    check('registration_companions', sql`companions >= 0 and (companions = 0 or state = 'confirmed')`),
    check('registration_wished_companions', sql`wished_companions >= 0`),
    check('registration_state_code', oneOf('state', registrationStates)),
    check('registration_beyond', sql`state = 'confirmed' or not (beyond_category or beyond_event)`),
    check('registration_offer_deadline', sql`(state = 'offered') = (offer_expires_at is not null)`),
  ],
)

/** A word that organizers put on guests of one event to find them again: a bus, a dinner, a hotel. */
export const guestTag = pgTable(
  'guest_tag',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  (t) => [uniqueIndex('guest_tag_name').on(t.eventId, sql`lower(name)`)],
)

export const registrationTag = pgTable(
  'registration_tag',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: 'cascade' }),
    tagId: uuid()
      .notNull()
      .references(() => guestTag.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.tagId] }), index('registration_tag_tag').on(t.tagId)],
)

/** A filter of an event's list under a name: for all its organizers, or for the one who saved it. */
export const guestView = pgTable(
  'guest_view',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** Whose own it is; null when it is everybody's. */
    accountId: uuid().references(() => account.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The query of the list's address. */
    query: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('guest_view_event').on(t.eventId)],
)

/**
 * Another address that an attendee wishes to be written to, until it is proved by the link that was mailed there. A row that
 * is used or followed by a newer one keeps no address: it only knows what its dead link was for.
 */
export const addressChange = pgTable(
  'address_change',
  {
    id: id(),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [index('address_change_registration').on(t.registrationId)],
)

/**
 * Who was reminded, of which start, or asked how it was: the row is written with the mail, so that no reminder goes twice, however often or in
 * how many processes its task runs. An event that moved is reminded of again under the same row.
 */
export const reminder = pgTable(
  'reminder',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: 'cascade' }),
    kind: text({ enum: toldOnceKinds }).notNull(),
    startsAt: instant().notNull(),
    toldAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.kind] }),
    check('reminder_kind', oneOf('kind', toldOnceKinds)),
  ],
)

/** How an event was for somebody who had a seat, as they said last; read without names. */
export const feedback = pgTable(
  'feedback',
  {
    registrationId: uuid()
      .primaryKey()
      .references(() => registration.id, { onDelete: 'cascade' }),
    satisfaction: integer().notNull(),
    /** What was most worth it, and what should be better. */
    best: text().notNull().default(''),
    better: text().notNull().default(''),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  () => [check('feedback_satisfaction', sql`satisfaction between 1 and 5`)],
)

/**
 * Who wishes to be told when registration opens. Without the owner's word by the mailed link a wish lasts a day; once it is
 * fulfilled the row is gone.
 */
export const openingWish = pgTable(
  'opening_wish',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    emailKey: text().notNull(),
    locale: locale(),
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    confirmedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [unique('opening_wish_once').on(t.eventId, t.emailKey)],
)
