import { and, desc, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { consentText, contact, list, organization, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askMail } from './ask-mail.server.ts'
import { mayResend } from './asking.ts'
import { lockContact } from './contact-row.server.ts'

type Of = { organizationId: string; contactId: string; listId: string }

/** Sends the mail that asks once more, on an organizer's word: once, and never twice on a day. */
export async function resendAsk(ctx: Context, { organizationId, contactId, listId }: Of): Promise<void> {
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  await withTransaction(async (tx) => {
    const one = await lockContact(contactId)
    const own = and(eq(subscription.listId, listId), eq(subscription.contactId, contactId))
    const [found] = await tx
      .select({
        standing: subscription,
        title: list.title,
        organization: organization.name,
        text: consentText.text,
      })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .innerJoin(organization, eq(organization.id, list.organizationId))
      .innerJoin(consentText, eq(consentText.listId, list.id))
      .where(own)
      .orderBy(desc(consentText.version))
      .limit(1)
    if (!one || !found || one.organizationId !== organizationId)
      throw new Refusal('contact-missing', 'missing')
    const { standing, title, text } = found
    if (!mayResend(standing, one, ctx.now)) throw new Refusal('list-asked-enough', 'state')
    const again = standing.mailedAt ? { resentAt: ctx.now } : { mailedAt: ctx.now }
    await tx.update(subscription).set(again).where(own)
    await tx.update(contact).set({ askedAt: ctx.now }).where(eq(contact.id, contactId))
    const ground = standing.ground ?? undefined
    await queueMail(
      askMail({
        contact: one,
        locale: one.locale,
        organization: found.organization,
        lists: [{ title, text }],
        what: 'asked',
        ground,
      }),
    )
    await recordActivity(ctx, {
      verb: 'contact.resent',
      organizationId,
      subjectId: contactId,
      details: { list: title },
    })
  })
}
