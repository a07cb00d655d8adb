import { giveBackSessionSeats } from '#app/features/registration/domain/seats/session-seats.server.ts'
import type { Context } from '#app/shared/context.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from './own-registration.server.ts'
import { lockSessionSeats } from './session-lock.server.ts'

/** Gives up a seat or a place in the line of a session; who waits longest has the seat at once. */
export async function leaveSession(ctx: Context, token: string, sessionId: string): Promise<void> {
  const { id, eventId } = await getOwnRegistration(token)
  await withTransaction(async (tx) => {
    await lockSessionSeats(tx, { eventId, sessionId, now: ctx.now })
    await giveBackSessionSeats(ctx, { registrationIds: [id], sessionId })
  })
}
