import { eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { invitation, invitationAnswer, person, registration, session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { answerOutcome } from './answer-outcome.ts'

export type NewAnswer = {
  invitationId: string
  answer: CalendarAnswer
  note?: string
  way: AnswerWay
  /** Of an answer that a calendar sent, the person's or the assistant's: the version it answers, and when it was given. */
  sequence?: number
  stampedAt?: Date
}
export type RecordedAnswer = 'recorded' | 'repeated' | 'stale' | 'cancelled'

/**
 * Writes an answer to an invitation, whichever way it came; the caller has proved who gives it. What is older than the
 * answer we have, or answers an older version, changes nothing, and so does an answer to what was taken back.
 */
export async function recordAnswer(ctx: Context, given: NewAnswer): Promise<RecordedAnswer> {
  return withTransaction(async (tx) => {
    const { stored, eventId, subjectId, subjectName } = await lockInvitation(tx, given.invitationId)
    if (given.way === 'organizer') await requireEventRight(ctx, 'agenda.edit', eventId)
    // A calendar whose clock runs ahead must not shut out the answers that come after it.
    const stampedAt = given.stampedAt && given.stampedAt < ctx.now ? given.stampedAt : ctx.now
    const isCalendar = given.stampedAt !== undefined
    const stamp = isCalendar ? { sequence: given.sequence ?? 0, stampedAt } : null
    const note = (given.note ?? '').trim()
    const outcome = answerOutcome(stored, { answer: given.answer, way: given.way, note, stamp })
    if (outcome !== 'recorded') return outcome
    await tx
      .update(invitation)
      .set({
        answer: given.answer,
        answeredAt: ctx.now,
        answerWay: given.way,
        answerNote: note || null,
        answerSequence: stamp?.sequence ?? null,
        answerStampedAt: stamp?.stampedAt ?? null,
      })
      .where(eq(invitation.id, stored.id))
    const actor = ctx.actor.kind === 'account' ? ctx.actor : null
    await tx.insert(invitationAnswer).values({
      invitationId: stored.id,
      answer: given.answer,
      way: given.way,
      note,
      sequence: stamp?.sequence ?? null,
      stampedAt: stamp?.stampedAt ?? null,
      accountId: actor?.accountId ?? null,
      actorName: actor?.name ?? '',
      at: ctx.now,
    })
    const details = { answer: given.answer, way: given.way }
    await recordActivity(ctx, { verb: 'invitation.answered', eventId, subjectId, subjectName, details })
    return 'recorded'
  })
}

async function lockInvitation(tx: Transaction, id: string) {
  const [stored] = await tx.select().from(invitation).where(eq(invitation.id, id)).for('update')
  if (!stored) throw new Refusal('invitation-missing', 'missing')
  const [of] = await tx
    .select({
      eventId: sql<string>`coalesce(${session.eventId}, ${registration.eventId})`,
      subjectId: sql<string>`coalesce(${person.id}, ${registration.id})`,
      subjectName: sql<string>`coalesce(${person.name}, ${registration.name})`,
    })
    .from(invitation)
    .leftJoin(session, eq(session.id, invitation.sessionId))
    .leftJoin(person, eq(person.id, invitation.personId))
    .leftJoin(registration, eq(registration.id, invitation.registrationId))
    .where(eq(invitation.id, id))
  if (!of) throw new Refusal('invitation-missing', 'missing')
  return { stored, ...of }
}
