import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { answerWays, calendarAnswers, inboundVerdicts, proposalStates } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { bytes, createdAt, id, instant, oneOf } from './columns.ts'
import { event } from './events.ts'
import { invitation } from './mail.ts'
import { account } from './organizations.ts'
import { person } from './people.ts'

/** A person's part in an event: the links to their own page, for them and for their assistant, and what they need. */
export const speaking = pgTable(
  'speaking',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    tokenSalt: text().notNull(),
    tokenHash: text().notNull().unique(),
    assistantSalt: text().notNull(),
    assistantHash: text().notNull().unique(),
    specialNeeds: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [unique('speaking_once').on(t.eventId, t.personId), index('speaking_person').on(t.personId)],
)

/** Every answer to an invitation, also those that were replaced by later ones. */
export const invitationAnswer = pgTable(
  'invitation_answer',
  {
    id: id(),
    invitationId: uuid()
      .notNull()
      .references(() => invitation.id, { onDelete: 'cascade' }),
    answer: text({ enum: calendarAnswers }).notNull(),
    way: text({ enum: answerWays }).notNull(),
    note: text().notNull().default(''),
    sequence: integer(),
    stampedAt: instant(),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull().default(''),
    at: createdAt(),
  },
  (t) => [
    index('invitation_answer_invitation').on(t.invitationId, t.at),
    check('invitation_answer_code', oneOf('answer', calendarAnswers)),
    check('invitation_answer_way_code', oneOf('way', answerWays)),
  ],
)

/** Another time that a speaker asked for: a task for the organizers, never a change by itself. */
export const timeProposal = pgTable(
  'time_proposal',
  {
    id: id(),
    invitationId: uuid()
      .notNull()
      .references(() => invitation.id, { onDelete: 'cascade' }),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    note: text().notNull().default(''),
    way: text({ enum: answerWays }).notNull(),
    state: text({ enum: proposalStates }).notNull().default('open'),
    decidedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    decidedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    index('time_proposal_invitation').on(t.invitationId),
    index('time_proposal_open').on(t.invitationId).where(sql`state = 'open'`),
    check('time_proposal_state', oneOf('state', proposalStates)),
    check('time_proposal_way', oneOf('way', answerWays)),
    check('time_proposal_order', sql`ends_at > starts_at`),
  ],
)

/** A mail that came to one of our reply addresses: what was read from it, never the whole of it. */
export const inboundMail = pgTable(
  'inbound_mail',
  {
    id: id(),
    /** Its Message-ID, or the hash of its bytes: the same mail twice counts once. */
    messageKey: text().notNull().unique(),
    transport: text().notNull(),
    eventId: uuid().references(() => event.id, { onDelete: 'cascade' }),
    invitationId: uuid().references(() => invitation.id, { onDelete: 'set null' }),
    fromAddress: text().notNull().default(''),
    subject: text().notNull().default(''),
    reply: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    verdict: text({ enum: inboundVerdicts }).notNull(),
    /** Why, as a code. */
    reason: text().notNull().default(''),
    reviewedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    reviewedAt: instant(),
    receivedAt: createdAt(),
  },
  (t) => [
    index('inbound_mail_event').on(t.eventId, t.verdict, t.receivedAt.desc().nullsFirst()),
    check('inbound_mail_verdict', oneOf('verdict', inboundVerdicts)),
  ],
)

/** An uploaded file, kept in the database so that every process serves it and one backup holds everything. */
export const file = pgTable('file', {
  id: id(),
  name: text().notNull(),
  type: text().notNull(),
  size: bigint({ mode: 'number' }).notNull(),
  sha256: text(),
  /** Null while parts are still missing. */
  completedAt: instant(),
  createdAt: createdAt(),
})

export const fileChunk = pgTable(
  'file_chunk',
  {
    fileId: uuid()
      .notNull()
      .references(() => file.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    content: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.position] })],
)

/** Slides that a speaker handed in for a session. */
export const slides = pgTable(
  'slides',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** Who handed them in, before a deputy was named. */
    deputyForId: uuid().references(() => person.id, { onDelete: 'set null' }),
    fileId: uuid()
      .notNull()
      .references(() => file.id, { onDelete: 'cascade' }),
    isPublic: boolean().notNull().default(false),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (t) => [index('slides_session').on(t.sessionId), index('slides_person').on(t.personId)],
)
