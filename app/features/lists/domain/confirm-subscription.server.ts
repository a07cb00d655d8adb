import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { read } from '#app/shared/i18n/translated-text.ts'
import { consentText, list, subscription } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockContact } from './contact-row.server.ts'

type Confirmed = {
  contactId: string
  listId: string
  /** The text that stood above the button. */
  consentId: string
}

/**
 * The owner of an address says yes by the mailed link. Pressed twice it is said once; refused where nothing waits, since
 * who has left does not come back by an old mail.
 */
export async function confirmSubscription(
  ctx: Context,
  { contactId, listId, consentId }: Confirmed,
): Promise<void> {
  await withTransaction(async (tx) => {
    const contact = await lockContact(contactId)
    const own = and(eq(subscription.listId, listId), eq(subscription.contactId, contactId))
    const [found] = await tx
      .select({
        state: subscription.state,
        place: subscription.place,
        title: list.title,
        archivedAt: list.archivedAt,
      })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .where(own)
    if (!contact || !found || found.state === 'left') throw new Refusal('list-link-gone', 'state')
    if (found.state === 'confirmed') return
    if (found.archivedAt) throw new Refusal('list-closed', 'state')
    const [agreed] = await tx
      .select()
      .from(consentText)
      .where(and(eq(consentText.id, consentId), eq(consentText.listId, listId)))
    if (!agreed) throw new Refusal('list-link-gone', 'state')
    const consentLocale = read(agreed.text, ctx.locale).lang
    await tx
      .update(subscription)
      .set({ state: 'confirmed', confirmedAt: ctx.now, leftAt: null, consentId, consentLocale })
      .where(own)
    await recordActivity(ctx, {
      verb: 'contact.confirmed',
      organizationId: contact.organizationId,
      subjectId: contactId,
      details: { list: found.title, place: found.place, consent: consentId, locale: consentLocale },
    })
  })
}
