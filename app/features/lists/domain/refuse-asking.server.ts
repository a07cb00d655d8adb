import { and, eq, isNull } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { contact, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockContact } from './contact-row.server.ts'

/**
 * The owner of an address never asked for this: what waits for them is gone, and with it the address, where it stands on
 * no other list.
 */
export async function refuseAsking(ctx: Context, contactId: string): Promise<void> {
  await withTransaction(async (tx) => {
    const found = await lockContact(contactId)
    if (!found) return
    const gone = await tx
      .delete(subscription)
      .where(
        and(
          eq(subscription.contactId, contactId),
          eq(subscription.state, 'waiting'),
          isNull(subscription.confirmedAt),
        ),
      )
      .returning({ listId: subscription.listId })
    if (gone.length === 0) return
    const left = await tx.$count(subscription, eq(subscription.contactId, contactId))
    if (left === 0) await tx.delete(contact).where(eq(contact.id, contactId))
    await recordActivity(ctx, { verb: 'contact.refused', organizationId: found.organizationId })
  })
}
