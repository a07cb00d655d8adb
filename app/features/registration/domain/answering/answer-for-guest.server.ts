import { receiveFiles } from '#app/features/questions/domain/files/receive-files.server.ts'
import type { Parsed, Posted } from '#app/features/questions/domain/parse-answers.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { questionMoments } from '#app/shared/vocabulary.ts'
import { getRegistration } from '../list/registration-detail.server.ts'
import { saveAnswers } from './save-answers.server.ts'

type Guest = { eventId: string; registrationId: string }

/** What an organizer's form says of a guest, with its files. */
export async function receiveGuestsFiles(
  ctx: Context,
  fields: FormData,
  { eventId, registrationId }: Guest,
): Promise<Posted> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const { answers, categoryCode, language } = await getRegistration(ctx, eventId, registrationId)
  return receiveFiles(ctx, fields, {
    questions: await listQuestions(eventId),
    guest: { category: categoryCode, language },
    moments: questionMoments,
    before: answers,
  })
}

/** An organizer writes down what a guest said, at the door or on the telephone. What they do not know they leave out. */
export async function answerForGuest(
  ctx: Context,
  { eventId, registrationId, posted }: Guest & { posted: Posted },
): Promise<Parsed> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  const { id } = await getRegistration(ctx, eventId, registrationId)
  const asked = await listQuestions(eventId)
  const questions = asked.map((question) => ({ ...question, isRequired: false }))
  return saveAnswers(ctx, { registrationId: id, questions, posted, moments: questionMoments })
}
