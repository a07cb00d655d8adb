import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { link, linkDay, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { foldVisits } from './counting/count-visits.server.ts'
import { forgetLinks } from './link-at.server.ts'

type Which = { eventId: string; linkId: string }

/**
 * Puts a link away, or back among the others. It is on paper: it leads on and is counted as before. Answers whether
 * anything changed.
 */
export async function archiveLink(
  ctx: Context,
  { eventId, linkId, archived }: Which & { archived: boolean },
): Promise<boolean> {
  await requireEventRight(ctx, 'event.edit', eventId)
  return withTransaction(async (tx) => {
    const own = and(eq(link.id, linkId), eq(link.eventId, eventId))
    const isOther = archived ? sql`archived_at is null` : sql`archived_at is not null`
    const [changed] = await tx
      .update(link)
      .set({ archivedAt: archived ? ctx.now : null })
      .where(and(own, isOther))
      .returning()
    if (!changed) {
      if ((await tx.$count(link, own)) === 0) throw new Refusal('link-missing', 'missing')
      return false
    }
    await pageChanged(pageTag.link(linkId))
    await recordActivity(ctx, {
      verb: archived ? 'link.archived' : 'link.restored',
      eventId,
      subjectId: linkId,
      subjectName: changed.name,
    })
    return true
  })
}

/** Deletes a link that nobody ever asked for and nobody registered by; any other can only be put away. */
export async function removeLink(ctx: Context, { eventId, linkId }: Which): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await foldVisits()
  await withTransaction(async (tx) => {
    const own = and(eq(link.id, linkId), eq(link.eventId, eventId))
    // Whoever asks for it at this moment waits for the end of this, and is counted or not at all.
    const [found] = await tx.select().from(link).where(own).for('update')
    if (!found) throw new Refusal('link-missing', 'missing')
    const visits = await tx.$count(linkDay, eq(linkDay.linkId, linkId))
    if (visits > 0 || (await tx.$count(registration, eq(registration.linkId, linkId))) > 0)
      throw new Refusal('link-used', 'state')
    await tx.delete(link).where(own)
    await pageChanged(pageTag.link(linkId))
    await recordActivity(ctx, {
      verb: 'link.removed',
      eventId,
      subjectId: linkId,
      subjectName: found.name,
    })
  })
  forgetLinks()
}
