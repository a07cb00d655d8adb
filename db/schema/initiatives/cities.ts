import { sql } from 'drizzle-orm'
import { check, doublePrecision, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cityRoles } from '#app/shared/vocabulary.ts'
import { createdAt, id, oneOf, revision, translated } from '../columns.ts'
import { initiative } from './initiatives.ts'

/** A city that belongs to an initiative, from when to when, as far as that is known. */
export const initiativeCity = pgTable(
  'initiative_city',
  {
    id: id(),
    initiativeId: uuid()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' }),
    /** Its anchor on the page. */
    key: text().notNull(),
    name: translated(),
    /** ISO 3166-1 alpha-2. */
    country: text().notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    role: text({ enum: cityRoles }).notNull(),
    /** Known by day, month or year; null when nobody says, or it goes on. */
    fromDate: text(),
    toDate: text(),
    /** Who said so. */
    source: translated(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('initiative_city_key').on(t.initiativeId, t.key),
    check('initiative_city_role', oneOf('role', cityRoles)),
    check('initiative_city_key_shape', sql`key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('initiative_city_country', sql`country ~ '^[A-Z]{2}$'`),
    check('initiative_city_latitude', sql`latitude between -90 and 90`),
    check('initiative_city_longitude', sql`longitude between -180 and 180`),
    check('initiative_city_from', sql`from_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`),
    check('initiative_city_to', sql`to_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'`),
  ],
)
