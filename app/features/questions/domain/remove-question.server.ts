import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { question } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getQuestion, listQuestions, lockQuestions } from './questions.server.ts'

/** Asks it no more. Its answers stay with their registrations; refuses while another question depends on it. */
export async function removeQuestion(
  ctx: Context,
  { eventId, code }: { eventId: string; code: string },
): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockQuestions(tx, eventId)
    const before = await getQuestion(eventId, code)
    const others = await listQuestions(eventId)
    const needing = others.find(({ condition }) => condition?.terms.some(({ about }) => about === code))
    if (needing) {
      throw new Refusal('question-needed', 'state', { question: textIn(needing.label, ctx.locale) })
    }
    await tx.update(question).set({ removedAt: ctx.now }).where(eq(question.id, before.id))
    const subject = { subjectId: before.id, subjectName: textIn(before.label, ctx.locale) }
    await recordActivity(ctx, { verb: 'question.removed', eventId, ...subject })
    await pageChanged(pageTag.event(eventId))
  })
}
