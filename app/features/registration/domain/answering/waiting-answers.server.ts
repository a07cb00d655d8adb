import { and, asc, eq, notInArray } from 'drizzle-orm'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { guestCategory, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { isUnanswered } from './unanswered.ts'

/** Who is registered and has not answered all that is asked of them after registration, in order of arrival. */
export async function listUnanswered(eventId: string): Promise<string[]> {
  const questions = await listQuestions(eventId)
  if (!questions.some(({ moment }) => moment === 'afterwards')) return []
  const rows = await database()
    .select({
      registration: { id: registration.id, answers: registration.answers, locale: registration.locale },
      category: { code: guestCategory.code },
    })
    .from(registration)
    .innerJoin(guestCategory, eq(guestCategory.id, registration.categoryId))
    .where(and(eq(registration.eventId, eventId), notInArray(registration.state, ['cancelled', 'declined'])))
    .orderBy(asc(registration.arrival))
  return rows.filter((row) => isUnanswered(row, questions)).map((row) => row.registration.id)
}
