import { index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { session } from '../agenda.ts'
import { createdAt } from '../columns.ts'
import { event } from '../events.ts'
import { note } from '../notes.ts'
import { initiative } from './initiatives.ts'

const ofInitiative = () =>
  uuid()
    .notNull()
    .references(() => initiative.id, { onDelete: 'cascade' })

/** A note of an event's record that led to an initiative. */
export const initiativeNote = pgTable(
  'initiative_note',
  {
    initiativeId: ofInitiative(),
    noteId: uuid()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.initiativeId, t.noteId] }), index('initiative_note_note').on(t.noteId)],
)

/** An event that came of an initiative. */
export const initiativeEvent = pgTable(
  'initiative_event',
  {
    initiativeId: ofInitiative(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.eventId] }),
    index('initiative_event_event').on(t.eventId),
  ],
)

/** A session that came of an initiative, at whatever event. */
export const initiativeSession = pgTable(
  'initiative_session',
  {
    initiativeId: ofInitiative(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.sessionId] }),
    index('initiative_session_session').on(t.sessionId),
  ],
)
