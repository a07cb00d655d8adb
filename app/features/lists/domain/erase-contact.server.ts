import { and, eq, ne, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { activity, contact, list, outbox, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getContact } from './contact-record.server.ts'
import { lockContact } from './contact-row.server.ts'
import { leaveNews } from './initiative-news.server.ts'

/**
 * Erases a contact with all that lists of its organization know and wrote of it, for good. Registrations and mails about
 * them belong to events, and have their own time.
 */
export async function eraseContact(ctx: Context, organizationId: string, contactId: string): Promise<void> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  await withTransaction(async (tx) => {
    await lockContact(contactId)
    const { email } = await getContact(ctx, organizationId, contactId)
    const followed = await tx
      .select({ initiativeId: list.initiativeId })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .where(eq(subscription.contactId, contactId))
    for (const { initiativeId } of followed)
      if (initiativeId) await leaveNews(tx, { initiativeId, email, now: ctx.now })
    await tx.delete(contact).where(eq(contact.id, contactId))
    await tx.delete(activity).where(eq(activity.subjectId, contactId))
    await tx
      .delete(outbox)
      .where(
        and(
          eq(outbox.organizationId, organizationId),
          sql`lower(${outbox.recipientEmail}) = lower(${email})`,
          ne(outbox.state, 'sending'),
        ),
      )
    await recordActivity(ctx, { verb: 'contact.erased', organizationId })
  })
}
