import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { timeProposal } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getSpeakingByToken, speakerContext, wayOf } from './speaking-by-token.server.ts'
import { getStandingInvitation } from './standing-invitation.server.ts'

type Input = { sessionId: string; startsAt: Date; note: string }

/**
 * A speaker asks for another time; the session keeps its length and its place until an organizer decides. A later
 * proposal takes the place of an open one.
 */
export async function proposeTime(ctx: Context, token: string, input: Input): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:${at.speaking.id}`, { limit: 200, seconds: 3600 })
  const { invitation, session } = await getStandingInvitation(at, input.sessionId)
  const { sent } = invitation
  if (!sent) throw new Refusal('invitation-missing', 'missing')
  const length = Date.parse(sent.endsAt) - Date.parse(sent.startsAt)
  const { startsAt, note } = input
  if (startsAt < ctx.now) throw new Refusal('proposal-past', 'invalid')
  await withTransaction(async (tx) => {
    await tx
      .delete(timeProposal)
      .where(and(eq(timeProposal.invitationId, invitation.id), eq(timeProposal.state, 'open')))
    await tx.insert(timeProposal).values({
      invitationId: invitation.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + length),
      note,
      way: wayOf(at),
      createdAt: ctx.now,
    })
    await recordActivity(speakerContext(ctx, at), {
      verb: 'proposal.made',
      eventId: session.eventId,
      subjectId: at.personId,
      subjectName: at.person.name,
    })
  })
}
