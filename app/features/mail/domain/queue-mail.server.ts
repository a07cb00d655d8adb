import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Locale, MailKind } from '#app/shared/vocabulary.ts'
import { outbox } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { messageDomain } from './sender.server.ts'
import type { StoredFacts } from './stored-facts.ts'

export type { CalendarFacts } from './stored-facts.ts'
export { messageDomain }

export type NewMail = {
  kind: MailKind
  locale: Locale
  recipientName: string
  recipientEmail: string
  eventId?: string
  registrationId?: string
  /** Mails about one invitation to one address leave in the order they were caused. */
  invitationId?: string
  facts?: StoredFacts
  /** Sealed (app/shared/auth/seal.server.ts); emptied when the mail is sent. */
  secret?: string
}

// Not when the transaction began: it may have waited for one that began later.
const createdAt = sql`clock_timestamp()`

/** Writes mails into the outbox in the transaction of what causes them, and wakes the senders at its commit. */
export async function queueMail(...mails: NewMail[]): Promise<void> {
  if (mails.length === 0) return
  await withTransaction(async (tx) => {
    // PostgreSQL takes 65,535 parameters in a statement.
    for (let at = 0; at < mails.length; at += 1000) {
      const rows = mails
        .slice(at, at + 1000)
        .map((mail) => ({ ...mail, messageId: newMessageId(), createdAt }))
      await tx.insert(outbox).values(rows)
    }
    await tx.execute(sql`select pg_notify('outbox', '')`)
  })
}

/** A Message-ID for good: a retry of the same mail is recognisable as the same mail (RFC 5322 3.6.4). */
export function newMessageId(): string {
  return `<${randomUUID()}@${messageDomain()}>`
}
