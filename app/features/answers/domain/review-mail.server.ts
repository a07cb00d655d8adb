import { and, eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { calendarAnswers } from '#app/shared/vocabulary.ts'
import { inboundMail } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { LooseSlot, ReplyingAttendee } from './calendar-reply.ts'
import { type InvitedTo, lockInvitedById } from './invited-to.server.ts'
import type { Judgement } from './judge-answer.ts'
import { carryOut } from './record-reply.server.ts'

type KeptAttendee = Partial<Pick<ReplyingAttendee, 'address' | 'comment' | 'isDelegated' | 'delegate'>> & {
  answer: string | null
}

/** What was kept of a mail; of older ones, without what is read of them by now. */
export type KeptReply = {
  method?: string
  comment?: string
  text?: string
  attendees?: KeptAttendee[]
  proposed?: { startsAt: string; endsAt: string } | null
  proposedLoosely?: LooseSlot | null
}

/** Who of those in a kept mail was asked; the first when nobody has the address. */
export function askedOf({ attendees }: KeptReply, address: string): KeptAttendee | undefined {
  return attendees?.find((one) => one.address === address) ?? attendees?.[0]
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
    const known = mail.invitationId ? await lockInvitedById(tx, mail.invitationId) : null
    if (accept) {
      const judgement = known && accepted(ctx, mail.reply as KeptReply, known)
      if (!judgement) throw new Refusal('answer-unusable', 'state')
      await carryOut(ctx, tx, judgement, known)
    }
    await tx
      .update(inboundMail)
      .set({
        verdict: accept ? 'recorded' : 'ignored',
        reviewedAt: ctx.now,
        reviewedById: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .where(eq(inboundMail.id, mailId))
    await recordActivity(ctx, {
      verb: accept ? 'answer.accepted' : 'answer.dismissed',
      eventId,
      subjectId: mailId,
      subjectName: mail.fromAddress,
    })
  })
}

/** What a held mail would have done with proof; null when there is nothing in it to do. */
function accepted(ctx: Context, reply: KeptReply, known: InvitedTo): Judgement | null {
  if (known.isCancelled) return null
  const attendee = askedOf(reply, known.address)
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
export function holdsAnswer(reply: KeptReply, address: string): boolean {
  const { method, proposed } = reply
  const answer = askedOf(reply, address)?.answer
  return (method === 'REPLY' && !!answer && answer !== 'needs-action') || (method === 'COUNTER' && !!proposed)
}
