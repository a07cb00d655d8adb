import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bounceVerdicts, suppressionCauses, suppressionScopes } from '#app/shared/vocabulary.ts'
import { createdAt, id, instant, oneOf } from './columns.ts'
import { outbox } from './mail.ts'
import { account } from './organizations.ts'
import { inboundMail } from './speaking.ts'

/**
 * What became of a mail after, or instead of, its arrival: one row for each mail of ours that came back, one for each
 * complaint about it. Without a mail of ours it is a report that proves nothing: shown, and acted on by nobody.
 */
export const bounce = pgTable(
  'bounce',
  {
    id: id(),
    outboxId: uuid().references(() => outbox.id, { onDelete: 'cascade' }),
    /** The notice; none where the other host refused the mail while it was sent. */
    inboundMailId: uuid().references(() => inboundMail.id, { onDelete: 'set null' }),
    /** In lower case: whom we wrote to, or whom a report without proof names. */
    recipient: text().notNull(),
    verdict: text({ enum: bounceVerdicts }).notNull(),
    /** RFC 3463; empty where the host gave none. */
    status: text().notNull().default(''),
    /** What the other host said. */
    words: text().notNull().default(''),
    receivedAt: createdAt(),
  },
  (t) => [
    uniqueIndex('bounce_returned').on(t.outboxId).where(sql`verdict <> 'complaint'`),
    uniqueIndex('bounce_complaint').on(t.outboxId).where(sql`verdict = 'complaint'`),
    uniqueIndex('bounce_unproven').on(t.inboundMailId, t.recipient).where(sql`outbox_id is null`),
    index('bounce_recipient').on(t.recipient, t.receivedAt),
    index('bounce_unproven_at').on(t.receivedAt).where(sql`outbox_id is null`),
    check('bounce_verdict', oneOf('verdict', bounceVerdicts)),
  ],
)

/** An address that we no longer write to. It stands for the whole installation until somebody lifts it. */
export const suppression = pgTable(
  'suppression',
  {
    id: id(),
    /** In lower case. */
    email: text().notNull(),
    scope: text({ enum: suppressionScopes }).notNull(),
    cause: text({ enum: suppressionCauses }).notNull(),
    bounceId: uuid().references(() => bounce.id, { onDelete: 'set null' }),
    /** The mail that caused it. */
    outboxId: uuid().references(() => outbox.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    liftedAt: instant(),
    liftedById: uuid().references(() => account.id, { onDelete: 'set null' }),
    liftedReason: text(),
  },
  (t) => [
    uniqueIndex('suppression_standing').on(t.email, t.scope).where(sql`lifted_at is null`),
    index('suppression_email').on(t.email, t.scope, t.liftedAt),
    index('suppression_outbox').on(t.outboxId),
    check('suppression_scope', oneOf('scope', suppressionScopes)),
    check('suppression_cause', oneOf('cause', suppressionCauses)),
  ],
)

/** A mail domain that refuses us: mails to it wait until somebody resumes it, or until we try it again by ourselves. */
export const pausedDomain = pgTable(
  'paused_domain',
  {
    id: id(),
    /** What stands behind the @, in lower case. */
    domain: text().notNull(),
    since: createdAt(),
    until: instant().notNull(),
    words: text().notNull().default(''),
    outboxId: uuid().references(() => outbox.id, { onDelete: 'set null' }),
    resumedAt: instant(),
    resumedById: uuid().references(() => account.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('paused_domain_standing').on(t.domain).where(sql`resumed_at is null`),
    index('paused_domain_outbox').on(t.outboxId),
  ],
)
