import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { invitation, registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import type { LockedRegistration } from '../lifecycle/locked-registration.server.ts'
import { type RegistrationFilter, scopeOf } from '../list/registration-scope.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'

/** So many at once: each gets a mail, and every one of them can be taken back. */
const most = 1000

/** Whom an organizer chose in the list: those ticked, or all that its filter lets through. */
export type Choice = { ids: readonly string[]; all: boolean; filter: RegistrationFilter }

/** The ids of the chosen, in order of arrival; refuses an empty choice, and one that is too long. */
export async function findChosen(
  ctx: Context,
  eventId: string,
  { ids, all, filter }: Choice,
): Promise<string[]> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  if (!all && ids.length === 0) throw new Refusal('selection-empty', 'invalid')
  const chosen = all
    ? await scopeOf(eventId, filter)
    : and(eq(registration.eventId, eventId), inArray(registration.id, [...ids].slice(0, most + 1)))
  const rows = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(chosen)
    .orderBy(asc(registration.arrival), asc(registration.id))
    .limit(most + 1)
  if (rows.length === 0) throw new Refusal('selection-empty', 'invalid')
  if (rows.length > most) throw new Refusal('selection-too-long', 'invalid', { most: String(most) })
  return rows.map(({ id }) => id)
}

/** The chosen under their event's lock, in order of arrival; those of other events are none of them. */
export async function lockChosen(eventId: string, ids: readonly string[]): Promise<LockedRegistration[]> {
  const seats = await lockSeats({ id: eventId })
  const rows = await withTransaction((tx) =>
    tx
      .select()
      .from(registration)
      .leftJoin(invitation, eq(invitation.registrationId, registration.id))
      .where(and(eq(registration.eventId, eventId), inArray(registration.id, [...ids])))
      .orderBy(asc(registration.arrival), asc(registration.id)),
  )
  return rows.map(({ registration: row, invitation: sent }) => ({
    seats,
    row,
    invitation: sent && {
      uid: sent.uid,
      sequence: sent.sequence,
      cancelled: sent.cancelledAt !== null,
    },
  }))
}
