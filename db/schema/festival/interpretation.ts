import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { interpretationWays, locales } from '#app/shared/vocabulary.ts'
import { session } from '../agenda.ts'
import { id, oneOf } from '../columns.ts'
import { event } from '../events.ts'
import { person } from '../people.ts'

/**
 * What one interpreter does in a session, from its minute `fromMinute` on: it moves along with the session. The interpreter
 * is in the session by an appearance, which is how they are invited.
 */
export const interpretationShift = pgTable(
  'interpretation_shift',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    source: text({ enum: locales }).notNull(),
    target: text({ enum: locales }).notNull(),
    /** The other way round as well, for those who ask and answer. */
    bothWays: boolean().notNull().default(true),
    way: text({ enum: interpretationWays }).notNull(),
    fromMinute: integer().notNull(),
    minutes: integer().notNull(),
  },
  (t) => [
    index('interpretation_shift_session').on(t.sessionId),
    index('interpretation_shift_person').on(t.personId),
    check('interpretation_shift_way', oneOf('way', interpretationWays)),
    check('interpretation_shift_languages', sql`source <> target`),
    check('interpretation_shift_minutes', sql`from_minute >= 0 and minutes > 0`),
  ],
)

/** The language of somebody's turn, where it is not the session's own. */
export const turnLanguage = pgTable(
  'turn_language',
  {
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    language: text({ enum: locales }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.personId] }),
    index('turn_language_person').on(t.personId),
    check('turn_language_code', oneOf('language', locales)),
  ],
)

/** What a session has for its listeners. */
export const interpretationEquipment = pgTable(
  'interpretation_equipment',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    receivers: integer(),
    note: text().notNull().default(''),
  },
  () => [check('interpretation_equipment_receivers', sql`coalesce(receivers, 0) >= 0`)],
)

/** How long an interpreter works on end at an event, and rests then. */
export const interpretationRules = pgTable(
  'interpretation_rules',
  {
    eventId: uuid()
      .primaryKey()
      .references(() => event.id, { onDelete: 'cascade' }),
    longestMinutes: integer().notNull(),
    restMinutes: integer().notNull(),
  },
  () => [check('interpretation_rules_minutes', sql`longest_minutes > 0 and rest_minutes >= 0`)],
)
