import { randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Locale, MailKind } from '#app/shared/vocabulary.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { StoredFacts } from './facts/stored-facts.ts'
import { messageDomain } from './sending/sender.server.ts'

export { messageDomain }

export type NewMail = {
  kind: MailKind
  locale: Locale
  recipientName: string
  recipientEmail: string
  eventId?: string
  /** Whose mail it is where it is about no event. */
  organizationId?: string
  registrationId?: string
  /** Mails about one invitation to one address leave in the order they were caused. */
  invitationId?: string
  /** Of an announcement: whose mail it is. */
  announcementRecipientId?: string
  facts?: StoredFacts
  /** Sealed (app/shared/auth/seal.server.ts); emptied when the mail is sent. */
  secret?: string
}

const columns = {
  kind: 'text',
  locale: 'text',
  recipientName: 'text',
  recipientEmail: 'text',
  eventId: 'uuid',
  organizationId: 'uuid',
  registrationId: 'uuid',
  invitationId: 'uuid',
  announcementRecipientId: 'uuid',
  facts: 'jsonb',
  secret: 'text',
  messageId: 'text',
} as const

/** Writes mails into the outbox in the transaction of what causes them, and wakes the senders at its commit. */
export async function queueMail(...mails: NewMail[]): Promise<void> {
  if (mails.length === 0) return
  const mail = rowsOf(
    'mail',
    columns,
    mails.map((one) => ({ ...one, messageId: newMessageId() })),
  )
  // Not when the transaction began: it may have waited for one that began later.
  await withTransaction((tx) =>
    tx.execute(sql`
      with queued as (
        insert into outbox (kind, locale, recipient_name, recipient_email, event_id, organization_id, registration_id,
          invitation_id, announcement_recipient_id, facts, secret, message_id, created_at)
        select ${mail.kind}, ${mail.locale}, ${mail.recipientName}, ${mail.recipientEmail}, ${mail.eventId},
          ${mail.organizationId}, ${mail.registrationId}, ${mail.invitationId}, ${mail.announcementRecipientId},
          coalesce(${mail.facts}, '{}'), ${mail.secret}, ${mail.messageId}, clock_timestamp()
        from ${mail.rows}
      )
      select pg_notify('outbox', '')`),
  )
}

/**
 * The same as a part of a statement that itself decides whom it mails; `rows` are event, registration, kind, locale, name,
 * address and facts, all of one campaign of an organization where one is named. Nothing else writes into the outbox. The caller wakes the
 * senders.
 */
export function outboxInsert(
  rows: SQL,
  of: { campaignId: string; organizationId: string } | null = null,
): SQL {
  // By the database's clock, under the caller's lock: mails leave in the order in which the changes were made.
  return sql`
    insert into outbox (event_id, registration_id, kind, locale, recipient_name, recipient_email, facts, campaign_id,
      organization_id, message_id, next_attempt_at, created_at)
    select q.event_id::uuid, q.registration_id::uuid, q.kind, q.locale, q.name, q.email, q.facts,
      ${of?.campaignId ?? null}::uuid, ${of?.organizationId ?? null}::uuid,
      '<' || gen_random_uuid() || '@' || ${messageDomain()}::text || '>', clock_timestamp(), clock_timestamp()
    from (${rows}) as q(event_id, registration_id, kind, locale, name, email, facts)`
}

/** A Message-ID for good: a retry of the same mail is recognisable as the same mail (RFC 5322 3.6.4). */
export function newMessageId(): string {
  return `<${randomUUID()}@${messageDomain()}>`
}
