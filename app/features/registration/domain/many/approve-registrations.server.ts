import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'
import { lockChosen } from './chosen-guests.server.ts'
import type { Outcome } from './outcome.ts'
import { planApproval } from './plan-many.ts'
import { settlePlan } from './settle-plan.server.ts'

/** Approves those of the chosen who wait for it, as far as there are seats; the others are left as they are. */
export async function approveRegistrations(
  ctx: Context,
  eventId: string,
  ids: readonly string[],
): Promise<Outcome> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  return withTransaction(async () => {
    const { event, categories } = await lockSeats({ id: eventId })
    if (event.cancelledAt) throw new Refusal('registration-cancelled')
    const chosen = await lockChosen(eventId, ids)
    const plan = planApproval(
      event,
      categories,
      chosen.map(({ row }) => row),
    )
    return settlePlan(ctx, eventId, chosen, plan)
  })
}
