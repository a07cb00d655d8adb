import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { floorStates } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { createdAt, id, instant, locale, oneOf } from './columns.ts'
import { event } from './events.ts'

/** A session whose organizers take questions from the floor. */
export const floor = pgTable(
  'floor',
  {
    sessionId: uuid()
      .primaryKey()
      .references(() => session.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** The tail of the address on the QR code. */
    code: text().notNull().unique(),
    openedAt: createdAt(),
    closedAt: instant(),
  },
  (t) => [index('floor_event').on(t.eventId)],
)

export const floorQuestion = pgTable(
  'floor_question',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => floor.sessionId, { onDelete: 'cascade' }),
    text: text().notNull(),
    locale: locale(),
    /** A name that the asker chose to give; nothing else is kept of them. */
    askedBy: text().notNull().default(''),
    state: text({ enum: floorStates }).notNull().default('waiting'),
    votes: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index('floor_question_order').on(t.sessionId, t.state, t.votes.desc().nullsFirst(), t.createdAt),
    check('floor_question_state', oneOf('state', floorStates)),
    check('floor_question_votes', sql`votes >= 0`),
  ],
)

/** One vote of one browser: a hash of its cookie and the question, so that two votes of one person look unlike. */
export const floorVote = pgTable(
  'floor_vote',
  {
    questionId: uuid()
      .notNull()
      .references(() => floorQuestion.id, { onDelete: 'cascade' }),
    voterHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.voterHash] })],
)
