import type { Context } from '#app/shared/context.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockChosen } from './chosen-guests.server.ts'
import type { Outcome } from './outcome.ts'
import { planDecline } from './plan-many.ts'
import { settlePlan } from './settle-plan.server.ts'

/** Declines those of the chosen who wait; the reason, where given, goes into each mail. */
export async function declineRegistrations(
  ctx: Context,
  eventId: string,
  ids: readonly string[],
  reason = '',
): Promise<Outcome> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  return withTransaction(async () => {
    const chosen = await lockChosen(eventId, ids)
    const plan = planDecline(chosen.map(({ row }) => row))
    return settlePlan(ctx, eventId, chosen, plan, reason ? { reason } : {})
  })
}
