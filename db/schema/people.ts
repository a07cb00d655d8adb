import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, locale, revision, translated } from './columns.ts'
import { organization } from './organizations.ts'

/** Someone known by name, before any session or registration. The name is kept as it was written. */
export const person = pgTable(
  'person',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    honorific: translated(),
    position: translated(),
    affiliation: translated(),
    biography: translated(),
    pronunciation: text(),
    precedence: integer().notNull().default(1000),
    email: text(),
    assistantEmail: text(),
    locale: locale().default('vi'),
    mergedIntoId: uuid().references((): AnyPgColumn => person.id),
    search: text().generatedAlwaysAs(sql`search_text(name)`),
    revision: revision(),
    createdAt: createdAt(),
  },
  (t) => [
    index('person_search').using('gin', sql`${t.search} gin_trgm_ops`),
    index('person_email').on(sql`lower(${t.email})`),
  ],
)

/** Which organizations know a person: nobody sees a neighbour's people. */
export const acquaintance = pgTable(
  'acquaintance',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organization.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.personId] }),
    index('acquaintance_person').on(t.personId),
  ],
)
