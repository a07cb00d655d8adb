import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { giveBackSessionSeats } from '#app/features/registration/domain/seats/session-seats.server.ts'
import { placesMail } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from './own-registration.server.ts'
import { holdSessions } from './places/hold-sessions.server.ts'

/**
 * Gives up the seats, or the place in the line, that somebody has in a session: who waits longest has them at once. A mail
 * takes them out of the guest's calendar.
 */
export async function leaveSession(ctx: Context, token: string, sessionId: string): Promise<void> {
  const { id, eventId } = await getOwnRegistration(token)
  await withTransaction(async (tx) => {
    const [session] = await holdSessions(tx, { eventId, sessionIds: [sessionId], now: ctx.now })
    if (!session) throw new Refusal('session-missing', 'missing')
    const told = await giveBackSessionSeats(ctx, { registrationIds: [id], sessionIds: [sessionId] })
    if (told[0]) await queueMail(placesMail(told[0], told))
  })
}
