import { and, eq } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { invitation, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { mailFor } from '../lifecycle/transitions.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'

/** Mails the present state and the personal link again to a registered address; a few times an hour at most. */
export async function remindOfLink(ctx: Context, eventId: string, registrationId: string): Promise<void> {
  await countAttempt(`link:${registrationId}`, { limit: 5, seconds: 3600 })
  await mailAgain(ctx, eventId, registrationId)
}

/** The same, and says nothing to whoever asks too often. */
export async function remindQuietly(ctx: Context, eventId: string, registrationId: string): Promise<void> {
  try {
    await remindOfLink(ctx, eventId, registrationId)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'too-many') throw error
  }
}

/** An organizer sends a registration's present state again: same calendar UID and SEQUENCE, a mail of its own. */
export async function resendConfirmation(
  ctx: Context,
  eventId: string,
  registrationId: string,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await mailAgain(ctx, eventId, registrationId)
}

async function mailAgain(ctx: Context, eventId: string, registrationId: string): Promise<void> {
  await withTransaction(async () => {
    const { id, name } = await queueStateMail(eventId, registrationId)
    const subject = { subjectId: id, subjectName: name }
    await recordActivity(ctx, { verb: 'registration.mailed-again', eventId, ...subject })
  })
}

/** Queues the mail that says where a registration stands, with its personal link. */
export async function queueStateMail(eventId: string, registrationId: string) {
  return withTransaction(async (tx) => {
    // A change on its way is waited for, or its mail would leave before this one, which says less.
    await lockSeats({ id: eventId })
    const [found] = await tx
      .select()
      .from(registration)
      .leftJoin(invitation, eq(invitation.registrationId, registration.id))
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId)))
    if (!found) throw new Refusal('registration-missing', 'missing')
    const { registration: row, invitation: sent } = found
    // Who waits again after a cancellation was told of that: the calendar has nothing to learn.
    const isInCalendar = row.state === 'confirmed' || row.state === 'cancelled'
    const facts = {
      ...(row.reason && { reason: row.reason }),
      ...(row.offerExpiresAt && { deadline: row.offerExpiresAt.toISOString() }),
      ...(row.state === 'offered' && row.addressAsked && { asksAddress: true }),
      ...(sent && isInCalendar && { calendar: calendarFacts(sent) }),
    }
    await queueMail({
      kind: mailFor[row.state],
      locale: row.locale,
      recipientName: row.name,
      recipientEmail: row.email,
      eventId: row.eventId,
      registrationId: row.id,
      facts,
    })
    return row
  })
}

function calendarFacts(sent: typeof invitation.$inferSelect) {
  const { uid, sequence, issuedAt, cancelledAt } = sent
  return {
    method: cancelledAt ? 'CANCEL' : 'REQUEST',
    uid,
    sequence,
    issuedAt: issuedAt.toISOString(),
  } as const
}
