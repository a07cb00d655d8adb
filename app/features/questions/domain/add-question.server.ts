import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { question } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { NewQuestion } from './question-details.ts'
import { checkConditions, checkQuestion } from './question-rules.ts'
import { listQuestions, lockQuestions } from './questions.server.ts'
import { codeFrom, writtenQuestion } from './written-question.ts'

/** More than this nobody fills in. */
const most = 60

/** Asks one thing more, behind the others of its moment. Its code is made from its words once, and stays. */
export async function addQuestion(
  ctx: Context,
  { eventId, details }: { eventId: string; details: NewQuestion },
): Promise<{ code: string }> {
  await requireEventRight(ctx, 'event.edit', eventId)
  const { kind } = details
  checkQuestion(kind, details)
  return withTransaction(async (tx) => {
    await lockQuestions(tx, eventId)
    const all = await tx
      .select({ code: question.code, position: question.position })
      .from(question)
      .where(eq(question.eventId, eventId))
      .orderBy(question.position)
    const asked = await listQuestions(eventId)
    if (asked.length >= most) throw new Refusal('question-too-many', 'state', { most })
    const code = codeFrom(details.label, 'question', new Set(all.map((one) => one.code)))
    const written = writtenQuestion(kind, details, { locale: ctx.locale, now: ctx.now })
    const [made] = await tx
      .insert(question)
      .values({ eventId, code, kind, ...written, position: (all.at(-1)?.position ?? 0) + 1 })
      .returning({ id: question.id })
    checkConditions(await listQuestions(eventId))
    await recordActivity(ctx, {
      verb: 'question.added',
      eventId,
      ...(made && { subjectId: made.id }),
      subjectName: textIn(written.label, ctx.locale),
    })
    await pageChanged(pageTag.event(eventId))
    return { code }
  })
}
