import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { type CalendarAnswer, calendarAnswers } from '#app/shared/vocabulary.ts'
import { inboundMail } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type InvitedTo, lockInvitationOf } from './invited-to.server.ts'
import type { Judgement } from './judge-answer.ts'
import { carryOut } from './record-reply.server.ts'

type KeptReply = {
  method?: string
  comment?: string
  attendees?: { address?: string; answer: string | null; comment?: string }[]
  proposed?: { startsAt: string; endsAt: string } | null
}

/**
 * An organizer decides about a mail that was held: its answer counts as if it had been proven, or it is put aside. Refuses
 * one that was decided already, and to accept one that holds no answer.
 */
export async function reviewMail(
  ctx: Context,
  { eventId, mailId, accept }: { eventId: string; mailId: string; accept: boolean },
): Promise<void> {
  await requireEventRight(ctx, 'agenda.edit', eventId)
  await withTransaction(async (tx) => {
    const [mail] = await tx
      .select()
      .from(inboundMail)
      .where(and(eq(inboundMail.id, mailId), eq(inboundMail.eventId, eventId)))
      .for('update')
    if (!mail) throw new Refusal('mail-missing', 'missing')
    if (mail.verdict !== 'held') throw new Refusal('answer-reviewed', 'state')
    const known = await lockInvitationOf(tx, mailId)
    if (accept) {
      const judgement = known && accepted(ctx, mail.reply as KeptReply, known)
      if (!judgement) throw new Refusal('answer-unusable', 'state')
      await carryOut(ctx, tx, judgement, known)
    }
    await tx
      .update(inboundMail)
      .set({
        ...{ verdict: accept ? 'recorded' : 'ignored', reviewedAt: ctx.now },
        reviewedById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where(eq(inboundMail.id, mailId))
    await recordActivity(ctx, {
      ...{ verb: accept ? 'answer.accepted' : 'answer.dismissed', eventId, subjectId: mailId },
      subjectName: mail.fromAddress,
    })
  })
}

/** What a held mail would have done with proof; null when there is nothing in it to do. */
function accepted(ctx: Context, reply: KeptReply, known: InvitedTo): Judgement | null {
  if (known.isCancelled) return null
  const attendee = reply.attendees?.find(({ address }) => address === known.address) ?? reply.attendees?.[0]
  const note = attendee?.comment || reply.comment || ''
  const common = { verdict: 'recorded', way: 'calendar', note } as const
  if (reply.method === 'COUNTER' && reply.proposed) {
    const { startsAt, endsAt } = reply.proposed
    return { ...common, kind: 'proposal', slot: { startsAt: new Date(startsAt), endsAt: new Date(endsAt) } }
  }
  const answer = calendarAnswers.find((one) => one === attendee?.answer)
  if (reply.method !== 'REPLY' || !answer || answer === 'needs-action') return null
  // Now: whoever accepts it says that it counts, whatever was known before.
  return { ...common, kind: 'answer', answer, stampedAt: ctx.now }
}

/** Whether accepting a held mail could do anything. */
export function holdsAnswer(reply: Record<string, unknown>): boolean {
  const { method, attendees, proposed } = reply as KeptReply
  const answer = attendees?.[0]?.answer as CalendarAnswer | null | undefined
  return (method === 'REPLY' && !!answer && answer !== 'needs-action') || (method === 'COUNTER' && !!proposed)
}
