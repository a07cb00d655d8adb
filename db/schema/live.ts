import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { session } from './agenda.ts'
import { id, instant, revision, translated } from './columns.ts'
import { event } from './events.ts'
import { person } from './people.ts'

/** What only the moderator sees of a session, or of one person's part in it: never in anything public. */
export const cue = pgTable(
  'cue',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    /** Null: about the session as a whole. */
    personId: uuid().references(() => person.id, { onDelete: 'cascade' }),
    introduction: translated(),
    questions: translated(),
    handOver: text().notNull().default(''),
    interpreting: text().notNull().default(''),
    technical: text().notNull().default(''),
    revision: revision(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('cue_once').on(t.sessionId, t.personId).nullsNotDistinct(),
    index('cue_person').on(t.personId),
  ],
)

/** Counts what happens in an event's live room: screens take the newer state, and whoever writes waits for the row. */
export const live = pgTable('live', {
  eventId: uuid()
    .primaryKey()
    .references(() => event.id, { onDelete: 'cascade' }),
  revision: bigint({ mode: 'number' }).notNull().default(0),
})

/** A session as it really began and ended. */
export const run = pgTable(
  'run',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    startedAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    index('run_event').on(t.eventId),
    check('run_order', sql`ended_at is null or ended_at >= started_at`),
  ],
)

/** One time that somebody really spoke; whoever speaks twice has two. Time in pauses does not count. */
export const turn = pgTable(
  'turn',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    /** What the agenda gave when it began, with what the moderator added since; null when the agenda says nothing. */
    plannedSeconds: integer(),
    startedAt: instant().notNull(),
    pausedAt: instant(),
    pausedSeconds: integer().notNull().default(0),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('turn_running').on(t.sessionId).where(sql`ended_at is null`),
    index('turn_event').on(t.eventId, t.startedAt),
    index('turn_person').on(t.personId),
    check('turn_order', sql`ended_at is null or ended_at >= started_at`),
    check('turn_planned', sql`planned_seconds is null or planned_seconds > 0`),
  ],
)
