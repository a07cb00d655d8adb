import { eq } from 'drizzle-orm'
import { getRegistrationByToken } from '#app/features/registration/domain/links/registration-by-token.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { event, feedback, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { feedbackUntil } from './feedback-window.ts'

export type Feedback = { satisfaction: number; best: string; better: string }

/**
 * Whoever had a seat says how it was, or says it anew. No activity: with its time and a name beside it, what organizers read
 * without names would have one.
 */
export async function giveFeedback(ctx: Context, token: string, given: Feedback): Promise<void> {
  const { id } = await getRegistrationByToken(token)
  await countAttempt(`feedback:${id}`, { limit: 60, seconds: 3600 })
  await withTransaction(async (tx) => {
    const [at] = await tx
      .select({ state: registration.state, event })
      .from(registration)
      .innerJoin(event, eq(event.id, registration.eventId))
      .where(eq(registration.id, id))
      .for('share', { of: registration })
    if (!at || !feedbackUntil({ ...at, now: ctx.now })) throw new Refusal('feedback-closed')
    await tx
      .insert(feedback)
      .values({ registrationId: id, ...given, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: feedback.registrationId, set: { ...given, updatedAt: ctx.now } })
  })
}
