import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { signUpStates } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { createdAt, id, oneOf } from './columns.ts'
import { event, track } from './events.ts'
import { guestCategory, registration } from './registrations.ts'

/** A session that an attendee marked for their own agenda. */
export const star = pgTable(
  'star',
  {
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: 'cascade' }),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.sessionId] }), index('star_session').on(t.sessionId)],
)

/** A seat, or a place in the waitlist, in a session that has seats of its own. The counters stand on the session. */
export const signUp = pgTable(
  'sign_up',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    registrationId: uuid()
      .notNull()
      .references(() => registration.id, { onDelete: 'cascade' }),
    state: text({ enum: signUpStates }).notNull(),
    /** The guest's own seat and those of the people they bring: all of them, or none. */
    seats: integer().notNull().default(1),
    /** Counts what its guest was told, for their calendar. */
    sequence: integer().notNull().default(0),
    arrival: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('sign_up_once').on(t.sessionId, t.registrationId),
    index('sign_up_waiting').on(t.sessionId, t.state, t.arrival),
    index('sign_up_registration').on(t.registrationId),
    check('sign_up_state', oneOf('state', signUpStates)),
    check('sign_up_seats', sql`seats between 1 and 20`),
  ],
)

/** How many seats in sessions one registration may have: in all, and in one session. Without a row, nothing is limited. */
export const placeRules = pgTable(
  'place_rules',
  {
    eventId: uuid()
      .primaryKey()
      .references(() => event.id, { onDelete: 'cascade' }),
    perGuest: integer(),
    perSession: integer(),
  },
  () => [
    check(
      'place_rules_counts',
      sql`coalesce(per_guest, 1) > 0 and coalesce(per_session, 1) between 1 and 20`,
    ),
  ],
)

/** What a pass opens: its guests take seats in sessions of these tracks only. A category without rows opens them all. */
export const passTrack = pgTable(
  'pass_track',
  {
    categoryId: uuid()
      .notNull()
      .references(() => guestCategory.id, { onDelete: 'cascade' }),
    trackId: uuid()
      .notNull()
      .references(() => track.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.trackId] }), index('pass_track_track').on(t.trackId)],
)
