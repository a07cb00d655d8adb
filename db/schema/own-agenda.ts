import { bigint, check, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { signUpStates } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { createdAt, id, oneOf } from './columns.ts'
import { registration } from './registrations.ts'

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
    arrival: bigint({ mode: 'number' }).notNull().generatedByDefaultAsIdentity(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('sign_up_once').on(t.sessionId, t.registrationId),
    index('sign_up_waiting').on(t.sessionId, t.state, t.arrival),
    index('sign_up_registration').on(t.registrationId),
    check('sign_up_state', oneOf('state', signUpStates)),
  ],
)
