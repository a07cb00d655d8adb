import { eq, sql } from 'drizzle-orm'
import {
  answersToStore,
  type Parsed,
  type Posted,
  parseAnswers,
} from '#app/features/questions/domain/parse-answers.ts'
import type { Question } from '#app/features/questions/domain/question-details.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { QuestionMoment } from '#app/shared/vocabulary.ts'
import { guestCategory, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

type Saving = {
  registrationId: string
  questions: readonly Question[]
  posted: Posted
  moments: readonly QuestionMoment[]
}

/**
 * Stores what a form answers for one registration. With a fault in it, or a question that it led to and did not show,
 * nothing is stored: the caller shows the form again. The same answers again are nothing done.
 */
export async function saveAnswers(
  ctx: Context,
  { registrationId, questions, posted, moments }: Saving,
): Promise<Parsed> {
  return withTransaction(async (tx) => {
    const [row] = await tx
      .select({
        id: registration.id,
        eventId: registration.eventId,
        name: registration.name,
        answers: registration.answers,
        language: registration.locale,
        category: guestCategory.code,
      })
      .from(registration)
      .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
      .where(eq(registration.id, registrationId))
      .for('no key update', { of: registration })
    if (!row) throw new Refusal('registration-missing', 'missing')
    const guest = { category: row.category, language: row.language }
    const parsed = parseAnswers(questions, posted, guest, { moments, before: row.answers })
    if (parsed.unseen.length > 0 || Object.keys(parsed.faults).length > 0) return parsed
    const answers = answersToStore(questions, parsed, { guest, moments, before: row.answers, at: ctx.now })
    if (sameValue(answers, row.answers)) return parsed
    await tx
      .update(registration)
      .set({ answers, revision: sql`${registration.revision} + 1`, updatedAt: ctx.now })
      .where(eq(registration.id, row.id))
    const subject = { subjectId: row.id, subjectName: row.name }
    await recordActivity(ctx, { verb: 'registration.answered', eventId: row.eventId, ...subject })
    return parsed
  })
}
