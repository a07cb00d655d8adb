import { eq } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { AnswerWay, CalendarAnswer } from '#app/shared/vocabulary.ts'
import { invitation, invitationAnswer, person, registration, session } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'

export type Answer = {
  invitationId: string
  answer: CalendarAnswer
  way: AnswerWay
  note?: string
  /** Of a calendar's answer: the version it answers, and when it was made. */
  sequence?: number
  stampedAt?: Date
}

/**
 * Writes down an answer as the one that counts, and into the history. Whoever calls has made sure that it comes from the
 * invited; one that an organizer writes down needs the right to. Refuses for an invitation that was withdrawn.
 */
export async function recordAnswer(ctx: Context, input: Answer): Promise<void> {
  const { invitationId, answer, way, note = '', sequence, stampedAt } = input
  await withTransaction(async (tx) => {
    const [locked] = await tx
      .select()
      .from(invitation)
      .where(eq(invitation.id, invitationId))
      .for('no key update')
    if (!locked) throw new Refusal('invitation-missing', 'missing')
    const subject = await subjectOf(locked)
    if (way === 'organizer') await requireEventRight(ctx, 'agenda.edit', subject.eventId)
    if (locked.cancelledAt) throw new Refusal('invitation-withdrawn', 'state')
    await tx
      .update(invitation)
      .set({
        ...{ answer, answeredAt: ctx.now, answerWay: way, answerNote: note || null },
        ...{ answerSequence: sequence ?? locked.sequence, answerStampedAt: stampedAt ?? ctx.now },
      })
      .where(eq(invitation.id, invitationId))
    const account = ctx.actor.kind === 'account' ? ctx.actor : null
    await tx.insert(invitationAnswer).values({
      ...{ invitationId, answer, way, note, at: ctx.now },
      ...{ sequence: sequence ?? null, stampedAt: stampedAt ?? null },
      ...{ accountId: account?.accountId ?? null, actorName: account?.name ?? subject.name },
    })
    await recordActivity(ctx, {
      ...{ verb: 'invitation.answered', eventId: subject.eventId, subjectId: subject.id },
      ...{ subjectName: subject.name, details: { answer, way, ...(note && { note }) } },
    })
  })
}

/** Who was invited, and to which event. */
async function subjectOf({ registrationId, personId, sessionId }: typeof invitation.$inferSelect) {
  return withTransaction(async (tx) => {
    if (registrationId) {
      const [found] = await tx
        .select({ id: registration.id, name: registration.name, eventId: registration.eventId })
        .from(registration)
        .where(eq(registration.id, registrationId))
      if (found) return found
    }
    const [found] = await tx
      .select({ id: person.id, name: person.name, eventId: session.eventId })
      .from(person)
      .innerJoin(session, eq(session.id, sessionId ?? ''))
      .where(eq(person.id, personId ?? ''))
    if (!found) throw new Refusal('invitation-missing', 'missing')
    return found
  })
}
