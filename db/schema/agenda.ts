import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { appearanceRoles, sessionKinds } from '#app/shared/vocabulary.ts'
import type { PublishedAgenda } from './agenda-snapshot.ts'
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
    roomId: uuid().references(() => room.id, { onDelete: 'set null' }),
    startsAt: instant(),
    endsAt: instant(),
    cancelledAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('session_slug').on(t.eventId, t.slug),
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
    publishedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    publishedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.number] }), check('agenda_version_number', sql`number > 0`)],
)
