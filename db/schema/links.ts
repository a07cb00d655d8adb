import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { linkSources, linkTargets, locales } from '#app/shared/vocabulary.ts'
import { session } from './agenda.ts'
import { createdAt, id, instant, oneOf, revision } from './columns.ts'
import { event } from './events.ts'
import { initiative } from './initiatives/initiatives.ts'

/** A counted address, `/go/{code}`: what it leads to may change, its code is on paper. */
export const link = pgTable(
  'link',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => event.id, { onDelete: 'cascade' }),
    code: text().notNull().unique(),
    /** What organizers call it among themselves. */
    name: text().notNull(),
    source: text({ enum: linkSources }).notNull(),
    target: text({ enum: linkTargets }).notNull(),
    /** The page elsewhere; only where the target is one. */
    url: text(),
    /** The session or initiative it leads to, where the target is one; when that is gone, it leads to the event. */
    sessionId: uuid().references(() => session.id, { onDelete: 'set null' }),
    initiativeId: uuid().references(() => initiative.id, { onDelete: 'set null' }),
    /** The language of the page; without one, the reader's own. */
    locale: text({ enum: locales }),
    /** Put away: it leads on and is counted, but stands no longer among the others. */
    archivedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('link_event').on(t.eventId, t.createdAt.desc().nullsFirst(), t.id),
    check('link_source', oneOf('source', linkSources)),
    check('link_target', oneOf('target', linkTargets)),
    check('link_url', sql`(target = 'page') = (url is not null)`),
    check('link_session', sql`session_id is null or target = 'session'`),
    check('link_initiative', sql`initiative_id is null or target = 'initiative'`),
    index('link_session_id').on(t.sessionId).where(sql`session_id is not null`),
    index('link_initiative_id').on(t.initiativeId).where(sql`initiative_id is not null`),
  ],
)

/**
 * How often a link was asked for on one day of its event's zone: counts, and nothing about anybody. What is taken back
 * after midnight is taken from the day that has begun: only sums are figures.
 */
export const linkDay = pgTable(
  'link_day',
  {
    linkId: uuid()
      .notNull()
      .references(() => link.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    person: integer().notNull().default(0),
    machine: integer().notNull().default(0),
    unsure: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.linkId, t.day] })],
)

/**
 * A file into which one process wrote what it counted of links, and how many bytes of it are in their figures. It stays
 * when the file has gone: whoever still reads that adds nothing twice.
 */
export const visitJournal = pgTable('visit_journal', {
  id: id(),
  folded: bigint({ mode: 'number' }).notNull().default(0),
  foldedAt: instant().notNull().defaultNow(),
})
