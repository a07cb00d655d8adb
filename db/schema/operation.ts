import { boolean, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { createdAt, id, instant } from './columns.ts'

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

/** What was found of one part of our sending: a code with a sentence of its own, and the words in it. */
export type SendingFinding = {
  part: string
  status: 'ok' | 'warn' | 'bad' | 'unknown'
  code: string
  facts: Record<string, string>
}

/**
 * A key that signs the mail of one domain (DKIM). It signs from when its record was found in the domain's DNS; until then the one
 * before it goes on.
 */
export const dkimKey = pgTable(
  'dkim_key',
  {
    id: id(),
    domain: text().notNull(),
    selector: text().notNull(),
    /** Of the pair: what the record says, and the other one sealed with the SESSION_SECRET. */
    publicKey: text().notNull(),
    sealedKey: text().notNull(),
    createdByName: text().notNull().default(''),
    createdAt: createdAt(),
    publishedAt: instant(),
  },
  (t) => [unique('dkim_key_selector').on(t.domain, t.selector)],
)

/** What a look at our sending domain found, one after another. */
export const sendingCheck = pgTable(
  'sending_check',
  {
    id: id(),
    domain: text().notNull(),
    startedByName: text().notNull().default(''),
    startedAt: createdAt(),
    finishedAt: instant(),
    isGreen: boolean().notNull().default(false),
    findings: jsonb().$type<SendingFinding[]>().notNull().default([]),
  },
  (t) => [index('sending_check_domain').on(t.domain, t.startedAt.desc().nullsFirst())],
)
