import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { recipientReasons, recipientStates } from '#app/shared/vocabulary.ts'
import { campaign } from './campaigns.ts'
import { instant, locale, oneOf } from './columns.ts'
import { contact, list } from './lists.ts'
import { outbox } from './mail.ts'

/**
 * The ledger: everybody whom a campaign was to reach, once, with what became of it. Made when it begins, and never
 * written again but for what became.
 */
export const campaignRecipient = pgTable(
  'campaign_recipient',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    campaignId: uuid()
      .notNull()
      .references(() => campaign.id, { onDelete: 'cascade' }),
    /** In small letters. */
    email: text().notNull(),
    /** Gone when the contact was erased: then nobody is written to. */
    contactId: uuid().references(() => contact.id, { onDelete: 'set null' }),
    /** The list by which they are reached, and which its mail lets them leave. */
    listId: uuid().references(() => list.id, { onDelete: 'set null' }),
    name: text().notNull(),
    locale: locale(),
    state: text({ enum: recipientStates }).notNull().default('waiting'),
    reason: text({ enum: recipientReasons }),
    outboxId: uuid().references(() => outbox.id, { onDelete: 'set null' }),
    /** When it was handed to the outbox, and when it was known what became of it. */
    fedAt: instant(),
    knownAt: instant(),
  },
  (t) => [
    unique('campaign_recipient_address').on(t.campaignId, t.email),
    index('campaign_recipient_waiting').on(t.campaignId, t.id).where(sql`state = 'waiting'`),
    index('campaign_recipient_fed').on(t.campaignId, t.fedAt),
    index('campaign_recipient_state').on(t.campaignId, t.state, t.id),
    index('campaign_recipient_email').on(t.email, t.fedAt),
    index('campaign_recipient_outbox').on(t.outboxId).where(sql`outbox_id is not null`),
    check('campaign_recipient_state_known', oneOf('state', recipientStates)),
    check('campaign_recipient_reason_known', oneOf('reason', recipientReasons)),
    check(
      'campaign_recipient_why',
      sql`(reason is not null) = (state in ('skipped', 'suppressed', 'failed'))`,
    ),
  ],
)
