import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { announcement } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Puts a sent announcement on the event's page, or takes it off; answers whether that changed anything. */
export async function showAnnouncement(
  ctx: Context,
  { eventId, id, isPublic }: { eventId: string; id: string; isPublic: boolean },
): Promise<boolean> {
  await requireEventRight(ctx, 'outbox.send', eventId)
  return withTransaction(async (tx) => {
    const own = and(eq(announcement.id, id), eq(announcement.eventId, eventId))
    const [found] = await tx.select().from(announcement).where(own).for('update')
    if (!found) throw new Refusal('announcement-missing', 'missing')
    if (!found.sentAt) throw new Refusal('announcement-unsent')
    if (found.isPublic === isPublic) return false
    await tx
      .update(announcement)
      .set({ isPublic, revision: found.revision + 1 })
      .where(own)
    await recordActivity(ctx, {
      verb: isPublic ? 'announcement.shown' : 'announcement.hidden',
      eventId,
      subjectId: id,
      subjectName: textIn(found.subject, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId))
    return true
  })
}
