import { and, eq, inArray, sql } from 'drizzle-orm'
import { stillAsked } from '#app/features/questions/domain/parse-answers.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { guestCategory, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

/** Forgets the answers to what these guests are no longer asked, now that their category or language is another. */
export async function dropUnasked(eventId: string, registrationIds: readonly string[]): Promise<void> {
  if (registrationIds.length === 0) return
  await withTransaction(async (tx) => {
    const rows = await tx
      .select({
        id: registration.id,
        answers: registration.answers,
        language: registration.locale,
        category: guestCategory.code,
      })
      .from(registration)
      .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
      .where(and(inArray(registration.id, [...registrationIds]), sql`${registration.answers} <> '{}'`))
      .orderBy(registration.id)
    if (rows.length === 0) return
    const questions = await listQuestions(eventId)
    for (const { id, answers, ...guest } of rows) {
      const kept = stillAsked(questions, answers, guest)
      if (Object.keys(kept).length === Object.keys(answers).length) continue
      await tx.update(registration).set({ answers: kept }).where(eq(registration.id, id))
    }
  })
}
