import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { question } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { checkConditions } from './question-rules.ts'
import { getQuestion, listQuestions, lockQuestions } from './questions.server.ts'

type Move = { eventId: string; code: string; up: boolean }

/**
 * Asks it before the one above it, or after the one below, of those that are asked at the same moment. Refuses to ask a
 * question before what it depends on. Nothing is done where there is nothing above or below.
 */
export async function moveQuestion(ctx: Context, { eventId, code, up }: Move): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  await withTransaction(async (tx) => {
    await lockQuestions(tx, eventId)
    const moved = await getQuestion(eventId, code)
    const alike = (await listQuestions(eventId)).filter(({ moment }) => moment === moved.moment)
    const other = alike[alike.findIndex((one) => one.code === code) + (up ? -1 : 1)]
    if (!other) return
    await tx.update(question).set({ position: other.position }).where(eq(question.id, moved.id))
    await tx.update(question).set({ position: moved.position }).where(eq(question.id, other.id))
    checkConditions(await listQuestions(eventId))
    const subject = { subjectId: moved.id, subjectName: textIn(moved.label, ctx.locale) }
    await recordActivity(ctx, { verb: 'question.moved', eventId, ...subject })
    await pageChanged(pageTag.event(eventId))
  })
}
