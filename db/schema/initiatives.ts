import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, translated } from './columns.ts'
import { event } from './events.ts'
import { organization } from './organizations.ts'

export const initiative = pgTable('initiative', {
  id: id(),
  slug: text().notNull().unique(),
  bornAtId: uuid().references(() => event.id, { onDelete: 'set null' }),
  name: translated(),
  summary: translated(),
  description: translated(),
  position: integer().notNull().default(0),
  /** Planted by the seed, to try things on. */
  isDemo: boolean().notNull().default(false),
  createdAt: createdAt(),
})

export const initiativeOrganization = pgTable(
  'initiative_organization',
  {
    initiativeId: uuid()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' }),
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.initiativeId, t.organizationId] })],
)
