import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { pictureFormats, recapTexts } from '#app/shared/vocabulary.ts'
import { bytes, createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
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

/** A picture of an event, taken apart and made anew when it came in. */
export const picture = pgTable(
  'picture',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    caption: translated(),
    alt: translated(),
    credit: translated(),
    width: integer().notNull(),
    height: integer().notNull(),
    position: integer().notNull().default(0),
    revision: revision(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [index('picture_event').on(t.eventId, t.position)],
)

/** One size of it: WebP for pages, one large JPEG for the press. */
export const pictureSize = pgTable(
  'picture_size',
  {
    pictureId: uuid()
      .notNull()
      .references(() => picture.id, { onDelete: 'cascade' }),
    format: text({ enum: pictureFormats }).notNull(),
    width: integer().notNull(),
    image: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pictureId, t.format, t.width] }),
    check('picture_size_format', oneOf('format', pictureFormats)),
  ],
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
