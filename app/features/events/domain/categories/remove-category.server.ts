import { and, eq, ne } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { guestCategory, quota, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from '../event-lock.server.ts'
import { getCategory } from '../organized-events.server.ts'

/** Takes away a category that nobody ever registered for; an event keeps at least one. */
export async function removeCategory(
  ctx: Context,
  { eventId, categoryId }: { eventId: string; categoryId: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockEvent(tx, eventId)
    const before = await getCategory(eventId, categoryId)
    const [used] = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(eq(registration.categoryId, categoryId))
      .limit(1)
    if ((await tx.$count(quota, eq(quota.categoryId, categoryId))) > 0)
      throw new Refusal('category-has-quotas', 'state')
    if (used) throw new Refusal('category-has-registrations', 'state')
    const [another] = await tx
      .select({ id: guestCategory.id })
      .from(guestCategory)
      .where(and(eq(guestCategory.eventId, eventId), ne(guestCategory.id, categoryId)))
      .limit(1)
    if (!another) throw new Refusal('last-category', 'state')
    await tx.delete(guestCategory).where(eq(guestCategory.id, categoryId))
    await recordActivity(ctx, {
      verb: 'category.removed',
      eventId,
      subjectId: categoryId,
      subjectName: textIn(before.name, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId))
  })
}
