import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Attempts per key and window, for limits that hold over all processes. Unlogged: losing it is harmless. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text().primaryKey(),
    used: integer().notNull(),
    resetsAt: instant().notNull(),
  },
  (t) => [index('rate_limit_resets').on(t.resetsAt)],
)
