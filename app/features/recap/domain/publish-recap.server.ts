import { and, desc, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { recap, recapVersion } from '#db/schema/index.ts'
import type { RecapContent } from '#db/schema/recap-content.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { freezeRecap } from './freeze-recap.server.ts'
import { lockRecap } from './write-recap.server.ts'

/**
 * Freezes the recap as its next version, which is what readers see from then on. Refused while a passage is stale or
 * says what nobody agreed to, and without an article. Answers the number of the version.
 */
export async function publishRecap(ctx: Context, eventId: string): Promise<number> {
  await requireEventRight(ctx, 'recap.publish', eventId)
  return withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const { content, faults } = await freezeRecap(eventId)
    const { article } = content.texts
    if (!article.vi && !article.en) throw new Refusal('recap-empty', 'state')
    if (faults.length > 0) throw new Refusal('recap-stale', 'state', { count: faults.length })
    return show(ctx, tx, eventId, content)
  })
}

/** Goes back to an earlier version as a new one; words taken back since stay out of it. */
export async function restoreRecap(ctx: Context, eventId: string, number: number): Promise<number> {
  await requireEventRight(ctx, 'recap.publish', eventId)
  return withTransaction(async (tx) => {
    await lockRecap(tx, eventId)
    const [found] = await tx
      .select({ content: recapVersion.content })
      .from(recapVersion)
      .where(and(eq(recapVersion.eventId, eventId), eq(recapVersion.number, number)))
    if (!found) throw new Refusal('recap-missing', 'missing')
    return show(ctx, tx, eventId, found.content)
  })
}

/** Takes the recap back from readers; its versions stay. */
export async function unpublishRecap(ctx: Context, eventId: string): Promise<void> {
  await requireEventRight(ctx, 'recap.publish', eventId)
  await withTransaction(async (tx) => {
    const { publishedNumber } = await lockRecap(tx, eventId)
    if (publishedNumber === null) return
    await tx.update(recap).set({ publishedNumber: null }).where(eq(recap.eventId, eventId))
    await pageChanged(pageTag.event(eventId), pageTag.home)
    await recordActivity(ctx, { verb: 'recap.unpublished', eventId, subjectId: eventId })
  })
}

async function show(ctx: Context, tx: Transaction, eventId: string, content: RecapContent): Promise<number> {
  const [last] = await tx
    .select({ number: recapVersion.number })
    .from(recapVersion)
    .where(eq(recapVersion.eventId, eventId))
    .orderBy(desc(recapVersion.number))
    .limit(1)
  const number = (last?.number ?? 0) + 1
  const publishedById = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  await tx.insert(recapVersion).values({ eventId, number, content, publishedById, publishedAt: ctx.now })
  await tx.update(recap).set({ publishedNumber: number }).where(eq(recap.eventId, eventId))
  await pageChanged(pageTag.event(eventId), pageTag.home)
  await recordActivity(ctx, { verb: 'recap.published', eventId, subjectId: eventId, details: { number } })
  return number
}
