import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { SavedByOther } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { sameValue } from '#app/shared/same-value.ts'
import { question } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { Question, QuestionDetails } from './question-details.ts'
import { checkConditions, checkQuestion } from './question-rules.ts'
import { getQuestion, listQuestions, lockQuestions } from './questions.server.ts'
import { writtenQuestion } from './written-question.ts'

/** `seen` is the question as it was when the edit was made. */
type Edit = { eventId: string; seen: Question; details: QuestionDetails }

/**
 * Saves a question, unless somebody saved it since. Its kind and code stay; answers that were given keep the words in which
 * they were given. Nothing changed is nothing done.
 */
export async function editQuestion(ctx: Context, { eventId, seen, details }: Edit): Promise<void> {
  await requireEventRight(ctx, 'event.edit', eventId)
  checkQuestion(seen.kind, details)
  await withTransaction(async (tx) => {
    await lockQuestions(tx, eventId)
    const before = await getQuestion(eventId, seen.code)
    // Its place among the others is no part of its form.
    if (!sameValue({ ...before, position: 0 }, { ...seen, position: 0 })) throw new SavedByOther(before)
    const { locale, now } = ctx
    const next = writtenQuestion(before.kind, details, { locale, now, before })
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
      (field) => !sameValue(before[field], next[field]),
    )
    if (fields.length === 0) return
    await tx.update(question).set(next).where(eq(question.id, before.id))
    checkConditions(await listQuestions(eventId))
    const subject = { subjectId: before.id, subjectName: textIn(next.label, locale) }
    await recordActivity(ctx, { verb: 'question.edited', eventId, ...subject, details: { fields } })
    await pageChanged(pageTag.event(eventId))
  })
}
