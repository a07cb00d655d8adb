import { and, eq } from 'drizzle-orm'
import { Refusal } from '#app/shared/errors.ts'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { invitation, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type LockedSeats, lockSeats } from '../seats/seat-lock.server.ts'
import type { Settlement, StandingInvitation } from '../seats/settle-registrations.server.ts'
import { mayFollow } from './transitions.ts'

export type LockedRegistration = {
  seats: LockedSeats
  row: typeof registration.$inferSelect
  invitation: StandingInvitation
}

/** One registration under its event's lock, so that its state and the counters are what they will be at the commit. */
export async function lockRegistration(eventId: string, registrationId: string): Promise<LockedRegistration> {
  const seats = await lockSeats({ id: eventId })
  const [found] = await withTransaction((tx) =>
    tx
      .select()
      .from(registration)
      .leftJoin(invitation, eq(invitation.registrationId, registration.id))
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, eventId))),
  )
  if (!found) throw new Refusal('registration-missing', 'missing')
  const sent = found.invitation
  return {
    seats,
    row: found.registration,
    invitation: sent && { uid: sent.uid, sequence: sent.sequence, cancelled: sent.cancelledAt !== null },
  }
}

/** The settlement that moves a locked registration to `to`; refuses a step that its state does not allow. */
export function step(
  { row, invitation: sent }: LockedRegistration,
  to: RegistrationState,
  more: Pick<Settlement, 'reason' | 'by' | 'offerExpiresAt'> = {},
): Settlement {
  if (!mayFollow(row.state, to)) throw new Refusal('state-changed', 'state', { state: row.state })
  return {
    id: row.id,
    categoryId: row.categoryId,
    from: row.state,
    to,
    recipient: { name: row.name, email: row.email, locale: row.locale },
    invitation: sent,
    ...more,
  }
}
