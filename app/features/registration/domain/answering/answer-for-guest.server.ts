import type { Parsed, Posted } from '#app/features/questions/domain/parse-answers.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { questionMoments } from '#app/shared/vocabulary.ts'
import { getRegistration } from '../list/registration-detail.server.ts'
import { saveAnswers } from './save-answers.server.ts'

/** An organizer writes down what a guest said, at the door or on the telephone. What they do not know they leave out. */
export async function answerForGuest(
  ctx: Context,
  { eventId, registrationId, posted }: { eventId: string; registrationId: string; posted: Posted },
): Promise<Parsed> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const { id } = await getRegistration(ctx, eventId, registrationId)
  const asked = await listQuestions(eventId)
  const questions = asked.map((question) => ({ ...question, isRequired: false }))
  return saveAnswers(ctx, { registrationId: id, questions, posted, moments: questionMoments })
}
