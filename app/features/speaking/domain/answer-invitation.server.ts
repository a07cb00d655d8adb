import { recordAnswer } from '#app/features/invitations/domain/record-answer.server.ts'
import type { Context } from '#app/shared/context.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import type { CalendarAnswer } from '#app/shared/vocabulary.ts'
import { getSpeakingByToken, speakerContext, wayOf } from './speaking-by-token.server.ts'
import { getStandingInvitation } from './standing-invitation.server.ts'

type Input = { sessionId: string; answer: Exclude<CalendarAnswer, 'needs-action'>; note: string }

/** A speaker, or the assistant, answers on the page whether they come to a session. */
export async function answerInvitation(ctx: Context, token: string, input: Input): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:${at.speaking.id}`, { limit: 200, seconds: 3600 })
  const { invitation } = await getStandingInvitation(at, input.sessionId)
  const { answer, note } = input
  await recordAnswer(speakerContext(ctx, at), { invitationId: invitation.id, answer, note, way: wayOf(at) })
}
