import type { AddRegistrationInput } from '#app/features/registration/registration.schema.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { attendeeOf } from '../attendee.ts'
import { seatArrivals } from '../seats/seat-arrivals.server.ts'

/**
 * An organizer adds somebody by hand, outside the registration times if need be: a seat when one is free, else the
 * waitlist. Refuses an address that is registered already. Returns the registration's id.
 */
export async function addRegistration(
  ctx: Context,
  event: { id: string; slug: string },
  input: AddRegistrationInput,
): Promise<string> {
  await requireEventRight(ctx, 'registrations.manage', event.id)
  return withTransaction(async () => {
    const { category } = input
    const attendee = attendeeOf(input)
    const [outcome] = await seatArrivals(event.slug, [
      { ctx, attendee, category, accessCode: '', byHand: true },
    ])
    if (outcome?.kind === 'refused') throw outcome.refusal
    if (outcome?.kind !== 'registered') throw new Refusal('registered-already', 'state', { id: outcome?.id })
    return outcome.id
  })
}
