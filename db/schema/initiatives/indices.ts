import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { indexGrids } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf, revision, translated } from '../columns.ts'
import { initiative } from './initiatives.ts'

/** An index of an initiative: things that are ranked, edition by edition. */
export const dataIndex = pgTable(
  'data_index',
  {
    id: id(),
    initiativeId: uuid()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    name: translated(),
    summary: translated(),
    /** How its things are drawn: the provinces as a grid of tiles, or not at all. */
    grid: text({ enum: indexGrids }).notNull().default('none'),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('data_index_initiative').on(t.initiativeId),
    check('data_index_grid', oneOf('grid', indexGrids)),
    check('data_index_slug', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

const ofIndex = () =>
  uuid()
    .notNull()
    .references(() => dataIndex.id, { onDelete: 'cascade' })

/** A thing that can be ranked, as it was between two days. */
export const indexUnit = pgTable(
  'index_unit',
  {
    id: id(),
    indexId: ofIndex(),
    key: text().notNull(),
    name: translated(),
    fromDay: date({ mode: 'string' }),
    toDay: date({ mode: 'string' }),
    source: translated(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('index_unit_key').on(t.indexId, t.key),
    check('index_unit_days', sql`from_day is null or to_day is null or from_day <= to_day`),
    check('index_unit_key_shape', sql`key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

/** One thing went on in another on a day: a merger, or a new name. */
export const indexSuccession = pgTable(
  'index_succession',
  {
    id: id(),
    beforeId: uuid()
      .notNull()
      .references(() => indexUnit.id, { onDelete: 'cascade' }),
    afterId: uuid()
      .notNull()
      .references(() => indexUnit.id, { onDelete: 'cascade' }),
    onDay: date({ mode: 'string' }).notNull(),
    source: translated(),
  },
  (t) => [
    unique('index_succession_once').on(t.beforeId, t.afterId),
    index('index_succession_after').on(t.afterId),
    check('index_succession_other', sql`before_id <> after_id`),
  ],
)

/** One time that an index was made. Readers see it while it is published. */
export const indexEdition = pgTable(
  'index_edition',
  {
    id: id(),
    indexId: ofIndex(),
    year: integer().notNull(),
    /** Known by day, month or year. */
    announcedOn: text(),
    announcedAt: translated(),
    /** How many took part, which may be more than are named. */
    participants: integer(),
    participantsSource: translated(),
    /** How it was made, and what of it is not public. */
    note: translated(),
    source: translated(),
    publishedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('index_edition_year').on(t.indexId, t.year),
    check('index_edition_year_range', sql`year between 1900 and 2199`),
    check('index_edition_participants', sql`participants >= 0`),
    check('index_edition_announced', sql`announced_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`),
  ],
)

const ofEdition = () =>
  uuid()
    .notNull()
    .references(() => indexEdition.id, { onDelete: 'cascade' })

/** What an edition is made of. The same key in two editions is the same component. */
export const indexComponent = pgTable(
  'index_component',
  {
    id: id(),
    editionId: ofEdition(),
    key: text().notNull(),
    name: translated(),
    /** Its part of the whole in hundredths; null where it is not public. */
    weight: doublePrecision(),
    method: translated(),
    source: translated(),
    position: integer().notNull(),
    revision: revision(),
  },
  (t) => [
    unique('index_component_key').on(t.editionId, t.key),
    check('index_component_weight', sql`weight between 0 and 100`),
    check('index_component_key_shape', sql`key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

/** What an edition says of one thing. What is not known is null, and never a number. */
export const indexEntry = pgTable(
  'index_entry',
  {
    id: id(),
    editionId: ofEdition(),
    unitId: uuid()
      .notNull()
      .references(() => indexUnit.id),
    rank: integer(),
    rankSource: translated(),
    score: doublePrecision(),
    scoreSource: translated(),
    revision: revision(),
  },
  (t) => [
    unique('index_entry_once').on(t.editionId, t.unitId),
    index('index_entry_unit').on(t.unitId),
    check('index_entry_rank', sql`rank > 0`),
  ],
)

/** What is known of one thing in one component. */
export const indexValue = pgTable(
  'index_value',
  {
    id: id(),
    entryId: uuid()
      .notNull()
      .references(() => indexEntry.id, { onDelete: 'cascade' }),
    componentId: uuid()
      .notNull()
      .references(() => indexComponent.id, { onDelete: 'cascade' }),
    rank: integer(),
    score: doublePrecision(),
    remark: translated(),
    source: translated(),
  },
  (t) => [
    unique('index_value_once').on(t.entryId, t.componentId),
    index('index_value_component').on(t.componentId),
    check('index_value_rank', sql`rank > 0`),
  ],
)
