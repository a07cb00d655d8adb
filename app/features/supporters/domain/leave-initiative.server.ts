import { and, eq, isNull, or } from 'drizzle-orm'
import { leaveNews } from '#app/features/lists/domain/initiative-news.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { introduction, supporter, supporterLogo } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { initiativeOf } from './initiative-of.server.ts'
import { toldMail } from './supporter-mail.server.ts'
import { lockSupporter, type Supporter } from './supporter-row.server.ts'

/** A supporter leaves: from the list, from the news and from introductions that nobody agreed to yet. Answers whether they had not left before. */
export async function leaveInitiative(ctx: Context, id: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.state !== 'joined') return false
    const initiative = await initiativeOf(before.initiativeId)
    await tx
      .update(supporter)
      .set({ state: 'left', leftAt: ctx.now, listedAt: null, newsAt: null, revision: before.revision + 1 })
      .where(eq(supporter.id, id))
    await forgetTies(ctx, tx, before)
    await tx.delete(supporterLogo).where(eq(supporterLogo.supporterId, id))
    await queueMail(toldMail('left', before, { initiative }))
    await recordActivity(ctx, {
      verb: 'supporter.left',
      initiativeId: initiative.id,
      subjectId: id,
      subjectName: before.body || before.name,
    })
    await pageChanged(pageTag.initiative(initiative.id))
    return true
  })
}

/** What ends with being a supporter: news, and introductions that did not come about. */
export async function forgetTies(
  ctx: Context,
  tx: Transaction,
  { id, initiativeId, email }: Supporter,
): Promise<void> {
  await leaveNews(tx, { initiativeId, email, now: ctx.now })
  await tx
    .delete(introduction)
    .where(and(or(eq(introduction.firstId, id), eq(introduction.secondId, id)), isNull(introduction.madeAt)))
}
