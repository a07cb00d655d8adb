import { receiveFiles } from '#app/features/questions/domain/files/receive-files.server.ts'
import type { Parsed, Posted } from '#app/features/questions/domain/parse-answers.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { getAttendeePage } from '../links/attendee-page.server.ts'
import { openMoments } from './open-moments.ts'
import { saveAnswers } from './save-answers.server.ts'

/** What an attendee's form answers, with its files. */
export async function receiveOwnFiles(ctx: Context, token: string, fields: FormData): Promise<Posted> {
  const page = await getAttendeePage(token)
  const { registration, category, event } = page
  return receiveFiles(ctx, fields, {
    questions: await listQuestions(event.id),
    guest: { category: category.code, language: registration.locale },
    moments: openMoments(page, ctx.now),
    before: registration.answers,
    count: () => countAttempt(`answer-file:${registration.id}`, { limit: 40, seconds: 3600 }),
  })
}

/** The attendee answers, or answers anew, while registration is open. What comes back says whether it was stored. */
export async function answerOwnQuestions(ctx: Context, token: string, posted: Posted): Promise<Parsed> {
  const page = await getAttendeePage(token)
  const moments = openMoments(page, ctx.now)
  if (moments.length === 0) throw new Refusal('answers-closed')
  const questions = await listQuestions(page.event.id)
  return saveAnswers(ctx, { registrationId: page.registration.id, questions, posted, moments })
}
