import { sql } from 'drizzle-orm'
import { env } from '#app/shared/env.server.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** The domain of Message-IDs: that of the sender, so that no host name of ours shows. */
export function messageDomain(): string {
  return env().MAIL_FROM.replace(/^.*@|>.*$/g, '')
}

/** Tells the mail worker, when the transaction commits, that there is something to send. */
export async function wakeOutbox() {
  await withTransaction((tx) => tx.execute(sql`select pg_notify('outbox', '')`))
}
