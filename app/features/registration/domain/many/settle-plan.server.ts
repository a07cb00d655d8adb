import type { Context } from '#app/shared/context.ts'
import type { LockedRegistration } from '../lifecycle/locked-registration.server.ts'
import { type Settlement, settleRegistrations } from '../seats/settle-registrations.server.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { Plan } from './plan-many.ts'

/** Writes a plan for locked registrations, however many, in one statement; answers its sum. */
export async function settlePlan(
  ctx: Context,
  eventId: string,
  chosen: readonly LockedRegistration[],
  plan: Plan,
  more: { reason?: string; categoryId?: string } = {},
): Promise<Outcome> {
  const planned = new Map(plan.flatMap((one) => ('to' in one ? [[one.id, one.to] as const] : [])))
  const settlements = chosen.flatMap(({ row, invitation }): Settlement[] => {
    const to = planned.get(row.id)
    if (!to) return []
    return [
      {
        id: row.id,
        categoryId: row.categoryId,
        fromCategoryId: row.categoryId,
        from: row.state,
        to,
        recipient: { name: row.name, email: row.email, locale: row.locale },
        invitation,
        by: 'organizer',
        ...more,
      },
    ]
  })
  await settleRegistrations(ctx, eventId, settlements)
  return outcomeOf(
    plan,
    chosen.map(({ row }) => row),
  )
}
