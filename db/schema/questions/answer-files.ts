import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt } from '../columns.ts'
import { event } from '../events.ts'
import { file } from '../speaking.ts'

/**
 * A file that was handed in as an answer. The answer of a registration holds `value`, which nobody can guess; one that no
 * registration holds (a form that was refused and never sent again) is thrown away after a day, one that no registration
 * holds any longer at once, by a trigger.
 */
export const answerFile = pgTable(
  'answer_file',
  {
    value: text().primaryKey(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** The question's. */
    code: text().notNull(),
    fileId: uuid()
      .notNull()
      .unique()
      .references(() => file.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [index('answer_file_event').on(t.eventId)],
)
