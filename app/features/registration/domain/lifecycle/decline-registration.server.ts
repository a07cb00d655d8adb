import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { lockRegistration, step } from './locked-registration.server.ts'

/** Declines somebody who waits for approval or on the waitlist; the reason, where given, goes into the mail. */
export async function declineRegistration(
  ctx: Context,
  eventId: string,
  registrationId: string,
  reason = '',
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, registrationId)
    if (locked.row.state === 'declined') return
    const declined = step(locked, 'declined', { by: 'organizer', ...(reason && { reason }) })
    await settleRegistrations(ctx, eventId, [declined])
  })
}
