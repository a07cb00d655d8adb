import { eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { event, formerSlug } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockEvent } from './event-lock.server.ts'
import { chooseSlug } from './event-slugs.server.ts'

/** Gives the event another address; the one it had leads there for good. Answers the address, which may have a number behind it. */
export async function changeAddress(
  ctx: Context,
  { eventId, slug: wanted }: { eventId: string; slug: string },
): Promise<string> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const before = await lockEvent(tx, eventId)
    if (before.slug === wanted) return wanted
    const slug = await chooseSlug(tx, wanted, eventId)
    if (before.slug === slug) return slug
    await tx.delete(formerSlug).where(eq(formerSlug.slug, slug))
    await tx.insert(formerSlug).values({ slug: before.slug, eventId, createdAt: ctx.now })
    await tx
      .update(event)
      .set({ slug, revision: sql`${event.revision} + 1`, updatedAt: ctx.now })
      .where(eq(event.id, eventId))
    await recordActivity(ctx, {
      verb: 'event.address-changed',
      eventId,
      subjectId: eventId,
      subjectName: textIn(before.title, ctx.locale),
      details: { from: before.slug, to: slug },
    })
    await pageChanged(pageTag.event(eventId), pageTag.seats(eventId), pageTag.home)
    return slug
  })
}
