import { eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { introduction, supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { namesOf } from './introduce-supporters.server.ts'
import { introductionMail } from './introduction-mail.server.ts'

type Answer = { introductionId: string; supporterId: string; agrees: boolean }

/**
 * What one of the two says; it may be said otherwise until both agreed. With the second yes, and by nothing else, each
 * gets the other's address; a no is told to nobody.
 */
export async function answerIntroduction(
  ctx: Context,
  { introductionId, supporterId, agrees }: Answer,
): Promise<void> {
  await withTransaction(async (tx) => {
    const [asked] = await tx
      .select()
      .from(introduction)
      .where(eq(introduction.id, introductionId))
      .for('update')
    const isFirst = asked?.firstId === supporterId
    if (!asked || !(isFirst || asked.secondId === supporterId))
      throw new Refusal('introduction-over', 'state')
    if (asked.madeAt) return
    if (asked.expiresAt <= ctx.now) throw new Refusal('introduction-over', 'state')
    const answer = agrees ? ('agreed' as const) : ('refused' as const)
    const answers = {
      firstAnswer: isFirst ? answer : asked.firstAnswer,
      secondAnswer: isFirst ? asked.secondAnswer : answer,
    }
    const isMade = answers.firstAnswer === 'agreed' && answers.secondAnswer === 'agreed'
    await tx
      .update(introduction)
      .set({ ...answers, ...(isMade && { madeAt: ctx.now }) })
      .where(eq(introduction.id, asked.id))
    if (isMade) await makeKnown(ctx, asked)
  })
}

async function makeKnown(ctx: Context, asked: typeof introduction.$inferSelect): Promise<void> {
  await withTransaction(async (tx) => {
    const { id, email, name, body, locale } = supporter
    const find = async (of: string) => {
      const [row] = await tx
        .select({ id, email, name, body, locale })
        .from(supporter)
        .where(eq(supporter.id, of))
      if (!row) throw new Refusal('introduction-over', 'state')
      return row
    }
    const first = await find(asked.firstId)
    const second = await find(asked.secondId)
    await queueMail(introductionMail('made', asked.id, first), introductionMail('made', asked.id, second))
    await recordActivity(ctx, {
      verb: 'supporter.introduced',
      initiativeId: asked.initiativeId,
      subjectId: first.id,
      subjectName: namesOf(first, second),
      details: { with: second.id },
    })
  })
}
