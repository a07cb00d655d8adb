import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, id, instant, locale, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { account, organization } from './organizations.ts'

/** What somebody is found by where they are chosen: names, position and body in both languages. Its words are those of the index. */
export const personWords = sql`search_text(name || ' ' || other_names || ' ' || coalesce(position->>'vi', '') || ' ' || coalesce(position->>'en', '') || ' ' || coalesce(affiliation->>'vi', '') || ' ' || coalesce(affiliation->>'en', ''))`

/** Someone known by name, before any session or registration. The name is kept as it was written. */
export const person = pgTable(
  'person',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    honorific: translated(),
    position: translated(),
    affiliation: translated(),
    biography: translated(),
    pronunciation: text(),
    precedence: integer().notNull().default(1000),
    email: text(),
    assistantEmail: text(),
    /** Other spellings of the name, one a line: a search finds these too. */
    otherNames: text().notNull().default(''),
    /** Where this person reads times; null when unknown. */
    timeZone: text(),
    locale: locale().default('vi'),
    mergedIntoId: uuid().references((): AnyPgColumn => person.id),
    /** The record that stands for this person: their own, or the one they were merged into. Only `people` asks for the merge itself. */
    keptId: uuid().notNull().generatedAlwaysAs(sql`coalesce(merged_into_id, id)`),
    /** Planted by the seed, to try things on. */
    isDemo: boolean().notNull().default(false),
    search: text().generatedAlwaysAs(sql`search_text(name || ' ' || other_names)`),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('person_search').using('gin', sql`${t.search} gin_trgm_ops`),
    index('person_words').using('gin', sql`(${personWords}) gin_trgm_ops`),
    index('person_kept').on(t.keptId),
    index('person_email').on(sql`lower(${t.email})`),
  ],
)

/** Which organizations know a person: nobody sees a neighbour's people. */
export const acquaintance = pgTable(
  'acquaintance',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.personId] }),
    index('acquaintance_person').on(t.personId),
  ],
)

/** Who is among the people of an event: added for it, put into a session, or named in its notes. All its hosts see them. */
export const eventPerson = pgTable(
  'event_person',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.personId] }), index('event_person_person').on(t.personId)],
)

/** What somebody would change of how a person is reached whom another body knows: that body says yes or no. */
export const contactProposal = pgTable(
  'contact_proposal',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    change: jsonb().$type<Record<string, string | null>>().notNull(),
    proposedById: uuid().references(() => account.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('contact_proposal_once').on(t.personId, t.proposedById),
    index('contact_proposal_event').on(t.eventId),
  ],
)

/** Two records that were one person. `before` holds what of the kept one was filled from the other: undoing needs it. */
export const personMerge = pgTable(
  'person_merge',
  {
    id: id(),
    keptId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    goneId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    mergedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    mergedAt: createdAt(),
    undoneAt: instant(),
  },
  (t) => [index('person_merge_kept').on(t.keptId), index('person_merge_gone').on(t.goneId)],
)

/** Two records that look like one person and are not: nobody is asked about them again. Each pair once, in the order of ids. */
export const distinctPeople = pgTable(
  'distinct_people',
  {
    firstId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    secondId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    saidById: uuid().references(() => account.id, { onDelete: 'set null' }),
    saidAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    index('distinct_people_second').on(t.secondId),
    check('distinct_people_order', sql`first_id < second_id`),
  ],
)

/** A picture of a person, taken apart and made anew when it came in. The newest that was not removed is shown. */
export const portrait = pgTable(
  'portrait',
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    credit: text().notNull().default(''),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [uniqueIndex('portrait_current').on(t.personId).where(sql`removed_at is null`)],
)

/** One size of it, as WebP. */
export const portraitSize = pgTable(
  'portrait_size',
  {
    portraitId: uuid()
      .notNull()
      .references(() => portrait.id, { onDelete: 'cascade' }),
    width: integer().notNull(),
    image: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.portraitId, t.width] })],
)
