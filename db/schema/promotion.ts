import { sql } from 'drizzle-orm'
import { check, date, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { locales, socialNetworks } from '#app/shared/vocabulary.ts'
import { instant, locale, oneOf } from './columns.ts'
import { event } from './events.ts'

/**
 * How many registrations came on one day of their event's zone, by category, counted link and language. Triggers keep it
 * beside every change of `registration` (see the migration): plots of a million registrations read some thousand rows.
 * A count that went down to nothing stays as a zero.
 */
export const registrationDay = pgTable(
  'registration_day',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    // Not references: a category or link that goes takes its registrations' counts along by the triggers.
    categoryId: uuid().notNull(),
    linkId: uuid(),
    locale: locale(),
    count: integer().notNull(),
  },
  (t) => [
    unique('registration_day_once').on(t.eventId, t.day, t.categoryId, t.linkId, t.locale).nullsNotDistinct(),
  ],
)

/** A post as somebody rewrote it; without a row it is made of what the event says today. */
export const socialPost = pgTable(
  'social_post',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** `event`, `recap`, or `session/` with its id. */
    about: text().notNull(),
    locale: locale(),
    network: text({ enum: socialNetworks }).notNull(),
    text: text().notNull(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.about, t.locale, t.network] }),
    check('social_post_about', sql`about ~ '^(event|recap|session/[0-9a-f-]{36})$'`),
    check('social_post_locale', oneOf('locale', locales)),
    check('social_post_network', oneOf('network', socialNetworks)),
  ],
)
