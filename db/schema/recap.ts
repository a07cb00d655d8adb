import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { recapTexts } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { note } from './notes.ts'
import { account } from './organizations.ts'
import type { RecapContent, RichNode } from './recap-content.ts'

/** The account of an event while it is written. Readers see versions only. */
export const recap = pgTable('recap', {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: 'cascade' }),
  /** The version that readers see; null before the first and after it was taken back. */
  publishedNumber: integer(),
  createdAt: createdAt(),
})

/** Article or press release, in one language. */
export const recapText = pgTable(
  'recap_text',
  {
    eventId: uuid()
      .notNull()
      .references(() => recap.eventId, { onDelete: 'cascade' }),
    kind: text({ enum: recapTexts }).notNull(),
    locale: locale(),
    title: text().notNull().default(''),
    lead: text().notNull().default(''),
    doc: jsonb().$type<RichNode>().notNull(),
    /** Of a translation: the fingerprint of the text it was made from; when that changed, it is stale. */
    madeFrom: text(),
    revision: revision(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.kind, t.locale] }),
    check('recap_text_kind', oneOf('kind', recapTexts)),
  ],
)

/** The notes that go into the recap, in the order in which they are told. */
export const recapMaterial = pgTable(
  'recap_material',
  {
    eventId: uuid()
      .notNull()
      .references(() => recap.eventId, { onDelete: 'cascade' }),
    noteId: uuid()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.noteId] })],
)

/** What was published: frozen, numbered from 1, never changed afterwards. */
export const recapVersion = pgTable(
  'recap_version',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    content: jsonb().$type<RecapContent>().notNull(),
    publishedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    publishedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.number] }), check('recap_version_number', sql`number > 0`)],
)

/** A recording of the event that lies elsewhere. */
export const recording = pgTable(
  'recording',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    title: translated(),
    url: text().notNull(),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index('recording_event').on(t.eventId, t.position),
    check('recording_url', sql`url ~ '^https?://'`),
  ],
)
