import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitation, invitationAnswer } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type CalendarStamp, isSameAnswer } from './answer-order.ts'
import { type LockedInvitation, lockInvitation } from './locked-invitation.server.ts'

export type NewAnswer = {
  invitationId: string
  answer: CalendarAnswer
  note?: string
  way: AnswerWay
}
export type RecordedAnswer = 'recorded' | 'repeated' | 'cancelled'

/**
 * Writes an answer that is given now, on a page or to an organizer; the caller has proved who gives it. The same once
 * more changes nothing, and nobody answers what was taken back.
 */
export async function recordAnswer(ctx: Context, given: NewAnswer): Promise<RecordedAnswer> {
  return withTransaction(async (tx) => {
    const locked = await lockInvitation(tx, eq(invitation.id, given.invitationId))
    if (!locked) throw new Refusal('invitation-missing', 'missing')
    if (given.way === 'organizer') await requireEventRight(ctx, 'agenda.edit', locked.eventId)
    if (locked.stored.cancelledAt) return 'cancelled'
    return writeAnswer(ctx, tx, locked, { ...given, note: given.note ?? '', stamp: null })
  })
}

/** Writes an answer that was judged to count, with its activity. `stamp`: of one that a calendar sent. */
export async function writeAnswer(
  ctx: Context,
  tx: Transaction,
  { stored, eventId, subjectId, subjectName }: LockedInvitation,
  given: { answer: CalendarAnswer; way: AnswerWay; note: string; stamp: CalendarStamp | null },
): Promise<'recorded' | 'repeated'> {
  const { answer, way, stamp } = given
  const note = given.note.trim()
  if (isSameAnswer(stored, { answer, way, note })) return 'repeated'
  await tx
    .update(invitation)
    .set({
      answer,
      answeredAt: ctx.now,
      answerWay: way,
      answerNote: note || null,
      answerSequence: stamp?.sequence ?? null,
      answerStampedAt: stamp?.stampedAt ?? null,
    })
    .where(eq(invitation.id, stored.id))
  const actor = ctx.actor.kind === 'account' ? ctx.actor : null
  await tx.insert(invitationAnswer).values({
    invitationId: stored.id,
    answer,
    way,
    note,
    sequence: stamp?.sequence ?? null,
    stampedAt: stamp?.stampedAt ?? null,
    accountId: actor?.accountId ?? null,
    actorName: actor?.name ?? '',
    at: ctx.now,
  })
  const details = { answer, way }
  await recordActivity(ctx, { verb: 'invitation.answered', eventId, subjectId, subjectName, details })
  return 'recorded'
}
