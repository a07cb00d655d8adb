import { and, eq, sql } from 'drizzle-orm'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockRegistration } from '../lifecycle/locked-registration.server.ts'
import { offerFreeSeats } from './offer-free-seats.server.ts'

/** Puts somebody first on the event's waitlist: the next free seat is theirs. Nobody loses a seat or an offer by it. */
export async function moveUpRegistration(
  ctx: Context,
  eventId: string,
  registrationId: string,
): Promise<void> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  await withTransaction(async (tx) => {
    const { row } = await lockRegistration(eventId, registrationId)
    if (row.state !== 'waitlisted') throw new Refusal('state-changed', 'state', { state: row.state })
    const first = sql`(select min(arrival) - 1 from registration where event_id = ${eventId} and state = 'waitlisted')`
    await tx
      .update(registration)
      .set({ arrival: first, revision: sql`${registration.revision} + 1`, updatedAt: ctx.now })
      .where(and(eq(registration.id, row.id), eq(registration.state, 'waitlisted')))
    const subject = { subjectId: row.id, subjectName: row.name }
    await recordActivity(ctx, { verb: 'registration.moved-up', eventId, ...subject })
    await offerFreeSeats(ctx, eventId)
  })
}
