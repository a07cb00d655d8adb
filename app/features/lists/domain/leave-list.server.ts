import { and, eq, ne } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { list, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockContact } from './contact-row.server.ts'

/**
 * Takes a contact off one list and no other; that it is left already, or erased, is as good. Answers whether anything
 * changed. What they asked for otherwise, a sign-in or a registration, still writes to them.
 */
export async function leaveList(
  ctx: Context,
  { contactId, listId, by }: { contactId: string; listId: string; by: 'one-click' | 'page' | 'preferences' },
): Promise<boolean> {
  return withTransaction(async (tx) => {
    const contact = await lockContact(contactId)
    if (!contact) return false
    const [left] = await tx
      .update(subscription)
      .set({ state: 'left', leftAt: ctx.now })
      .where(
        and(
          eq(subscription.listId, listId),
          eq(subscription.contactId, contactId),
          ne(subscription.state, 'left'),
        ),
      )
      .returning({ listId: subscription.listId })
    if (!left) return false
    const [of] = await tx.select({ title: list.title }).from(list).where(eq(list.id, listId))
    await recordActivity(ctx, {
      verb: 'contact.left',
      organizationId: contact.organizationId,
      subjectId: contactId,
      details: { list: of?.title, by },
    })
    return true
  })
}
