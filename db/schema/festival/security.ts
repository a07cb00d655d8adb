import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { registration } from '../registrations.ts'
import type { SecurityField } from './security-content.ts'

/** What a guest gave for the list of the venue's security, and for nothing else: deleted at the hour of that list. */
export const securityEntry = pgTable('security_entry', {
  registrationId: uuid()
    .primaryKey()
    .references(() => registration.id, { onDelete: 'cascade' }),
  documentName: text().notNull(),
  /** Of the fields that the event asks for alone. */
  given: jsonb().$type<Partial<Record<SecurityField, string>>>().notNull().default({}),
  updatedAt: instant().notNull().defaultNow(),
})
