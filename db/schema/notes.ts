import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { answerWays, approvalVerdicts, noteKinds } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { createdAt, id, instant, locale, oneOf, revision, translated } from './columns.ts'
import { event } from './events.ts'
import type { NoteContent } from './note-content.ts'
import { account } from './organizations.ts'
import { person } from './people.ts'

/** An entry of the record. Its id is made by whoever writes it, so that a note sent twice is one. */
export const note = pgTable(
  'note',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    sessionId: uuid().references(() => session.id, { onDelete: 'set null' }),
    kind: text({ enum: noteKinds }).notNull(),
    personId: uuid().references(() => person.id),
    guestName: text().notNull().default(''),
    saidAt: instant().notNull(),
    text: translated(),
    offRecord: boolean().notNull().default(false),
    ownerId: uuid().references(() => person.id),
    ownerName: text().notNull().default(''),
    dueOn: date({ mode: 'string' }),
    doneAt: instant(),
    remindedAt: instant(),
    /** The open action of an earlier event that this one goes on with. */
    carriedFromId: uuid().references((): AnyPgColumn => note.id, { onDelete: 'set null' }),
    search: text().generatedAlwaysAs(
      sql`search_text(coalesce(text ->> 'vi', '') || ' ' || coalesce(text ->> 'en', '') || ' ' || guest_name || ' ' || owner_name)`,
    ),
    revision: revision(),
    createdById: uuid().references(() => account.id, { onDelete: 'set null' }),
    authorName: text().notNull(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
    removedAt: instant(),
  },
  (t) => [
    index('note_event').on(t.eventId, t.saidAt, t.id),
    index('note_session').on(t.sessionId),
    index('note_person').on(t.personId),
    index('note_due').on(t.dueOn).where(sql`kind = 'action' and done_at is null and removed_at is null`),
    index('note_open_action')
      .on(t.eventId)
      .where(sql`kind = 'action' and done_at is null and removed_at is null`),
    index('note_search').using('gin', sql`${t.search} gin_trgm_ops`),
    check('note_kind', oneOf('kind', noteKinds)),
    check('note_speaker', sql`person_id is null or guest_name = ''`),
    check(
      'note_action',
      sql`kind = 'action' or (owner_id is null and owner_name = '' and due_on is null and done_at is null)`,
    ),
  ],
)

/** A note as somebody saved it. The number is where open pages go on from. */
export const noteVersion = pgTable(
  'note_version',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    noteId: uuid()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    revision: integer().notNull(),
    content: jsonb().$type<NoteContent>().notNull(),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    at: createdAt(),
  },
  (t) => [
    unique('note_version_once').on(t.noteId, t.revision),
    index('note_version_event').on(t.eventId, t.id),
  ],
)

/** What somebody said about the words of a note in one language. It counts as long as the note has those very words. */
export const noteApproval = pgTable(
  'note_approval',
  {
    id: id(),
    noteId: uuid()
      .notNull()
      .references(() => note.id, { onDelete: 'cascade' }),
    locale: locale(),
    words: text().notNull(),
    verdict: text({ enum: approvalVerdicts }).notNull(),
    way: text({ enum: answerWays }).notNull(),
    /** Why an organizer spoke for the person. */
    reason: text().notNull().default(''),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    at: createdAt(),
  },
  (t) => [
    index('note_approval_note').on(t.noteId, t.locale, t.at),
    check('note_approval_verdict', oneOf('verdict', approvalVerdicts)),
    check('note_approval_way', oneOf('way', answerWays)),
    check('note_approval_reason', sql`way <> 'organizer' or reason <> ''`),
  ],
)
