import { date, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { locale } from './columns.ts'
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
