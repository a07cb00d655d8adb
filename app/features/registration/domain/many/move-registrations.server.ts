import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { offerFreeSeats } from '../seats/offer-free-seats.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'
import { lockChosen } from './chosen-guests.server.ts'
import type { Outcome } from './outcome.ts'
import { planMove } from './plan-many.ts'
import { settlePlan } from './settle-plan.server.ts'

/** Moves the chosen to another category while it has seats for them; what they leave behind is offered on. */
export async function moveRegistrations(
  ctx: Context,
  eventId: string,
  ids: readonly string[],
  category: string,
): Promise<Outcome> {
  await requireEventRight(ctx, 'registrations.manage', eventId)
  return withTransaction(async () => {
    const { event, categories } = await lockSeats({ id: eventId })
    const wanted = categories.find(({ code }) => code === category)
    if (!wanted) throw new Refusal('category-missing', 'invalid')
    const chosen = await lockChosen(eventId, ids)
    const plan = planMove(
      event,
      wanted,
      chosen.map(({ row }) => row),
    )
    const outcome = await settlePlan(ctx, eventId, chosen, plan, { categoryId: wanted.id })
    await offerFreeSeats(ctx, eventId)
    return outcome
  })
}
