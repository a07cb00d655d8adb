import { and, asc, inArray, notExists, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { contact, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { waitingLasts } from './asking.ts'

const batch = 1000

/**
 * Forgets who was asked a month ago and never confirmed, and their addresses where they stand on nothing else. Answers
 * how many.
 */
export async function forgetWaiting(ctx: Context): Promise<number> {
  const before = sql`${new Date(ctx.now.getTime() - waitingLasts).toISOString()}::timestamptz`
  return withTransaction(async (tx) => {
    const gone = await tx.execute<{ contact_id: string }>(sql`
      delete from subscription s using (
        select list_id, contact_id from subscription
        where state = 'waiting' and asked_at < ${before} and coalesce(resent_at, mailed_at, asked_at) < ${before}
        order by asked_at limit ${batch} for update skip locked
      ) due
      where s.list_id = due.list_id and s.contact_id = due.contact_id
      returning s.contact_id`)
    const ids = [...new Set(gone.map((row) => row.contact_id))]
    if (ids.length === 0) return 0
    // Locked before they are looked at: whoever is joining another list right now has the row, and is seen then.
    await tx
      .select({ id: contact.id })
      .from(contact)
      .where(inArray(contact.id, ids))
      .orderBy(asc(contact.id))
      .for('update')
    const anywhere = tx
      .select({ one: sql`1` })
      .from(subscription)
      .where(sql`${subscription.contactId} = ${contact.id}`)
    await tx.delete(contact).where(and(inArray(contact.id, ids), notExists(anywhere)))
    return gone.length
  })
}
