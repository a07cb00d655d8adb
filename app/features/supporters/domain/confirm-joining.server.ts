import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { initiativeOf } from './initiative-of.server.ts'
import { startNews } from './news.server.ts'
import { toldMail } from './supporter-mail.server.ts'
import { lockSupporter } from './supporter-row.server.ts'

/**
 * The owner of the address joins with what they were shown; pressed again it is as good. Refuses what was typed anew
 * since, and a link of one who left.
 */
export async function confirmJoining(
  ctx: Context,
  { supporterId, seen }: { supporterId: string; seen: number },
): Promise<void> {
  await withTransaction(async (tx) => {
    const before = await lockSupporter(tx, supporterId)
    if (before?.state === 'joined') return
    if (before?.state !== 'waiting') throw new Refusal('supporter-link-gone', 'state')
    if (before.revision !== seen) throw new Refusal('saved-by-other', 'state')
    const initiative = await initiativeOf(before.initiativeId)
    const { listedTextId, newsTextId } = before
    await tx
      .update(supporter)
      .set({
        state: 'joined',
        joinedAt: ctx.now,
        revision: before.revision + 1,
        ...(listedTextId && { listedAt: ctx.now, listedLocale: ctx.locale }),
        ...(newsTextId && { newsAt: ctx.now, newsLocale: ctx.locale }),
      })
      .where(eq(supporter.id, before.id))
    if (newsTextId) await startNews(ctx, tx, initiative, { supporter: before, isNew: true })
    await queueMail(toldMail('welcome', before, { initiative }))
    await recordActivity(ctx, {
      verb: 'supporter.joined',
      initiativeId: initiative.id,
      subjectId: before.id,
      subjectName: before.body || before.name,
      details: { kind: before.kind, isListed: listedTextId !== null, hasNews: newsTextId !== null },
    })
    await pageChanged(pageTag.initiative(initiative.id))
  })
}

/** The owner of the address never asked for this: what waits is gone, and the address with it. */
export async function refuseJoining(ctx: Context, supporterId: string): Promise<void> {
  await withTransaction(async (tx) => {
    const [gone] = await tx
      .delete(supporter)
      .where(and(eq(supporter.id, supporterId), eq(supporter.state, 'waiting')))
      .returning({ initiativeId: supporter.initiativeId })
    if (gone) await recordActivity(ctx, { verb: 'supporter.refused', initiativeId: gone.initiativeId })
  })
}
