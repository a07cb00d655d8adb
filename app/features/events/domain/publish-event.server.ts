import { eq } from 'drizzle-orm'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { tellNewDeadlines } from '#app/features/registration/domain/seats/tell-new-deadlines.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from './event-lock.server.ts'

/**
 * Shows the event to the public, or takes it off again. Asking for what is so already changes nothing. Seats that came
 * free while it was off are offered when it is shown, and offers whose deadline moved meanwhile are sent again.
 */
export async function publishEvent(
  ctx: Context,
  { eventId, published = true }: { eventId: string; published?: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    if ((before.publishedAt !== null) === published) return
    if (before.cancelledAt) throw new Refusal('event-cancelled', 'state')
    await tx
      .update(event)
      .set({ publishedAt: published ? ctx.now : null, updatedAt: ctx.now })
      .where(eq(event.id, eventId))
    if (published) {
      await tellNewDeadlines(ctx, eventId)
      await offerFreeSeats(ctx, eventId)
    }
    await recordActivity(ctx, {
      verb: published ? 'event.published' : 'event.unpublished',
      eventId,
      subjectId: eventId,
      subjectName: textIn(before.title, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId), pageTag.home)
  })
}
