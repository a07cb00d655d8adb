import { and, asc, eq, ne } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { requireEventRight, rolesAtEvent } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { registration } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'
import { offerFreeSeats } from '../seats/offer-free-seats.server.ts'
import { settleRegistrations } from '../seats/settle-registrations.server.ts'
import { lockRegistration, step } from './locked-registration.server.ts'

/**
 * The attendee gives up seat or place in the line, and those in the parts of the event with it; a freed seat is offered to
 * the next in the same transaction.
 */
export async function cancelOwnRegistration(ctx: Context, token: string): Promise<void> {
  const { id, eventId } = await getRegistrationByToken(token)
  // Whoever types an address holds its link: nobody fills a stranger's mailbox by registering and cancelling in turns.
  await countAttempt(`cancel:${id}`, { limit: 10, seconds: 3600 })
  await cancel(ctx, eventId, id, 'attendee')
}

/** An organizer cancels for somebody; the reason goes into the mail. */
export async function cancelRegistration(
  ctx: Context,
  eventId: string,
  registrationId: string,
  reason = '',
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await cancel(ctx, eventId, registrationId, 'organizer', reason)
}

async function cancel(ctx: Context, eventId: string, id: string, by: 'attendee' | 'organizer', reason = '') {
  await withTransaction(async () => {
    const locked = await lockRegistration(eventId, id)
    // Repeating is harmless: the second click finds what the first one did.
    if (locked.row.state === 'cancelled') return
    await settleRegistrations(ctx, eventId, [step(locked, 'cancelled', { by, ...(reason && { reason }) })])
    await offerFreeSeats(ctx, eventId)
    for (const part of await listPartsOf(id)) {
      // A part of other hosts is theirs: who organizes the whole acts on no guest of theirs, and reads none.
      if (by === 'organizer' && !(await mayManage(ctx, part.eventId))) continue
      await cancel(ctx, part.eventId, part.id, by, reason)
    }
  })
}

async function mayManage(ctx: Context, eventId: string): Promise<boolean> {
  if (ctx.actor.kind === 'system') return true
  return (await rolesAtEvent(ctx, eventId)).some((role) => roleMay(role, 'registrations.manage'))
}

/** The places in child events that go with a registration, in an order in which nobody waits for another. */
function listPartsOf(id: string) {
  return database()
    .select({ id: registration.id, eventId: registration.eventId })
    .from(registration)
    .where(
      and(
        eq(registration.parentId, id),
        ne(registration.state, 'cancelled'),
        ne(registration.state, 'declined'),
      ),
    )
    .orderBy(asc(registration.eventId))
}
