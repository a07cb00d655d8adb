import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, instant, revision, translated } from '../columns.ts'
import { event } from '../events.ts'
import { account, organization } from '../organizations.ts'

/** Something long-lived that bodies carry together. Readers see it while it is published. */
export const initiative = pgTable(
  'initiative',
  {
    id: id(),
    slug: text().notNull().unique(),
    /** The event at which it was launched. */
    bornAtId: uuid().references((): AnyPgColumn => event.id, { onDelete: 'set null' }),
    name: translated(),
    summary: translated(),
    /** What it is for. */
    description: translated(),
    position: integer().notNull().default(0),
    /** Planted by the seed, to try things on. */
    isDemo: boolean().notNull().default(false),
    publishedAt: instant(),
    /** Nobody sees it any more; it is deleted when that cannot be taken back. */
    removedAt: instant(),
    revision: revision(),
    createdAt: createdAt(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('initiative_born_at').on(t.bornAtId),
    check('initiative_slug', sql`slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
)

/** A body's part in an initiative: all are equals, `position` only orders names and logos. */
export const initiativeOrganization = pgTable(
  'initiative_organization',
  {
    initiativeId: uuid()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    position: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.initiativeId, t.organizationId] }),
    index('initiative_organization_body').on(t.organizationId),
  ],
)

/** A body that was asked to carry an initiative too. Until one of its admins accepts it has no part in it. */
export const initiativeRequest = pgTable(
  'initiative_request',
  {
    id: id(),
    initiativeId: uuid()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    askedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique('initiative_request_once').on(t.initiativeId, t.organizationId),
    index('initiative_request_organization').on(t.organizationId),
  ],
)
