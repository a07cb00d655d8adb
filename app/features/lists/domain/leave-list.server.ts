import { and, eq, ne } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { list, organization, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askMail } from './ask-mail.server.ts'
import { type LockedContact, lockContact } from './contact-row.server.ts'
import { leaveNews } from './initiative-news.server.ts'

/**
 * Takes a contact off one list and no other, or off all those of one initiative; that it is left already, or erased, is as good. Answers whether anything
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
    const [of] = await tx
      .select({
        title: list.title,
        organization: organization.name,
        isTold: organization.advertisingRules,
        initiativeId: list.initiativeId,
      })
      .from(list)
      .innerJoin(organization, eq(organization.id, list.organizationId))
      .where(eq(list.id, listId))
    if (of?.initiativeId)
      await leaveNews(tx, { initiativeId: of.initiativeId, email: contact.email, now: ctx.now })
    if (of?.isTold) await queueMail(leftMail(contact, of))
    await recordActivity(ctx, {
      verb: 'contact.left',
      organizationId: contact.organizationId,
      subjectId: contactId,
      details: { list: of?.title, by },
    })
    return true
  })
}

/** By Vietnamese rules whoever refuses advertising is told at once that it was heard (Decree 91/2020, article 16). */
function leftMail(contact: LockedContact, of: { title: TranslatedText; organization: TranslatedText }) {
  const { locale } = contact
  const lists = [{ title: of.title, text: {} }]
  return askMail({ contact, locale, organization: of.organization, lists, what: 'left' })
}
