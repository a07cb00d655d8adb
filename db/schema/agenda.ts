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
import { appearanceRoles, sessionKinds } from '#app/shared/vocabulary.ts'
import type { AgendaChange, HeldBack, PublishedAgenda } from './agenda-snapshot.ts'
import { createdAt, id, instant, oneOf, revision, translated } from './columns.ts'
import { event, room, track } from './events.ts'
import { account } from './organizations.ts'
import { person } from './people.ts'

/** A session of the draft, with the slot it has there; readers see versions only. */
export const session = pgTable(
  'session',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    kind: text({ enum: sessionKinds }).notNull(),
    trackId: uuid().references(() => track.id, { onDelete: 'set null' }),
    title: translated(),
    abstract: translated(),
    languages: text().array().notNull().default([]),
    /** The languages into which it is interpreted. */
    interpretation: text().array().notNull().default([]),
    /** Its own seats; readers sign up for it one by one when `signUp` is on. */
    capacity: integer(),
    signUp: boolean().notNull().default(false),
    signedUp: integer().notNull().default(0),
    waitlisted: integer().notNull().default(0),
    /** What another system calls it, so that a second import finds it again. */
    importKey: text(),
    roomId: uuid().references(() => room.id, { onDelete: 'set null' }),
    startsAt: instant(),
    endsAt: instant(),
    cancelledAt: instant(),
    /** Nothing that was said in it leaves the organizers' pages. */
    offRecord: boolean().notNull().default(false),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('session_slug').on(t.eventId, t.slug),
    unique('session_import').on(t.eventId, t.importKey),
    check(
      'session_seats',
      sql`signed_up >= 0 and waitlisted >= 0 and (capacity is null or signed_up <= capacity)`,
    ),
    index('session_starts').on(t.eventId, t.startsAt),
    check('session_kind', oneOf('kind', sessionKinds)),
    check(
      'session_slot',
      sql`(starts_at is null) = (ends_at is null) and (ends_at is null or ends_at > starts_at)`,
    ),
  ],
)

export const appearance = pgTable(
  'appearance',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    role: text({ enum: appearanceRoles }).notNull(),
    position: integer().notNull(),
    minutes: integer(),
    /** Whose seat and turn this was before a deputy was named. */
    deputyForId: uuid().references(() => person.id),
  },
  (t) => [
    unique('appearance_once').on(t.sessionId, t.personId, t.role),
    index('appearance_person').on(t.personId),
    check('appearance_role', oneOf('role', appearanceRoles)),
    check('appearance_minutes', sql`minutes is null or minutes > 0`),
  ],
)

/** What was published: frozen, numbered from 1, never changed afterwards. */
export const agendaVersion = pgTable(
  'agenda_version',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    agenda: jsonb().$type<PublishedAgenda>().notNull(),
    /** Against the version before: what the page of changes, the feed and the notices all say. */
    changes: jsonb().$type<AgendaChange[]>().notNull().default([]),
    /** Who was not told, and why. */
    heldBack: jsonb().$type<HeldBack[]>().notNull().default([]),
    /** The earlier version that this one went back to. */
    restoredFrom: integer(),
    publishedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    publishedAt: createdAt(),
    /** What readers find in it, known without reading it. */
    sessionCount: integer().generatedAlwaysAs(sql`jsonb_array_length(agenda -> 'sessions')`),
    peopleCount: integer().generatedAlwaysAs(sql`jsonb_array_length(agenda -> 'people')`),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.number] }), check('agenda_version_number', sql`number > 0`)],
)

/** Every edit of a draft, in order: editors that are open catch up from here. */
export const draftChange = pgTable(
  'draft_change',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    edits: jsonb().$type<unknown[]>().notNull(),
    /** The editor that made it, so that it does not hear its own echo as news. */
    editorId: text(),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    actorName: text().notNull(),
    at: createdAt(),
  },
  (t) => [index('draft_change_event').on(t.eventId, t.id)],
)

/** When a person can be there; without a row, always. */
export const availability = pgTable(
  'availability',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [
    index('availability_person').on(t.eventId, t.personId),
    check('availability_order', sql`ends_at > starts_at`),
  ],
)

/** An agenda that was read but not yet taken over: the preview of an import. */
export const agendaImport = pgTable(
  'agenda_import',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    accountId: uuid().references(() => account.id, { onDelete: 'set null' }),
    format: text().notNull(),
    fileName: text().notNull().default(''),
    plan: jsonb().$type<unknown>().notNull(),
    createdAt: createdAt(),
    appliedAt: instant(),
  },
  (t) => [index('agenda_import_event').on(t.eventId, t.createdAt)],
)

/** What a file brought of one of its sessions when it was last taken over: only what it changes after that is offered. */
export const importedSession = pgTable(
  'imported_session',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    /** What the file calls it, with the kind of its source. */
    key: text().notNull(),
    sessionId: uuid()
      .notNull()
      .references(() => session.id, { onDelete: 'cascade' }),
    brought: jsonb().$type<unknown>().notNull(),
    broughtAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.key] }), index('imported_session_session').on(t.sessionId)],
)

/** Whom a source means by its own id or, where it has none, by a name; and what it last said of them. */
export const importedPerson = pgTable(
  'imported_person',
  {
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    brought: jsonb().$type<unknown>().notNull(),
    broughtAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.key] }), index('imported_person_person').on(t.personId)],
)
