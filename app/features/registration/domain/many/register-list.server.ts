import { and, eq, inArray } from 'drizzle-orm'
import type { GivenAnswers } from '#app/features/questions/domain/question-details.ts'
import type { AddRegistrationInput } from '#app/features/registration/registration.schema.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import type { RegistrationState } from '#app/shared/vocabulary.ts'
import { registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { attendeeOf } from '../attendee.ts'
import { emailKey } from '../links/email-key.ts'
import { seatArrivals } from '../seats/seat-arrivals.server.ts'
import { lockSeats } from '../seats/seat-lock.server.ts'

const most = 1000

/** What became of each guest of a list, in its order. */
export type Imported =
  | { what: 'seated' | 'waitlisted' }
  | { what: 'full' }
  | { what: 'known'; state: RegistrationState }

/**
 * Registers a list of guests in one category: seats in the order of the list while there are, then places in the line.
 * Whoever is registered already, in whatever state, is left as they are: the same list again does nothing.
 */
export async function importGuests(
  ctx: Context,
  event: { id: string; slug: string },
  guests: readonly (AddRegistrationInput & { answers?: GivenAnswers })[],
): Promise<Imported[]> {
  await requireEventRight(ctx, 'registrations.manage', event.id)
  if (guests.length > most) throw new Refusal('selection-too-long', 'invalid', { most: String(most) })
  return withTransaction(async (tx) => {
    await lockSeats({ id: event.id })
    const keys = guests.map(({ email }) => emailKey(email))
    const known = await tx
      .select({ emailKey: registration.emailKey, state: registration.state })
      .from(registration)
      .where(and(eq(registration.eventId, event.id), inArray(registration.emailKey, keys)))
    const stateOf = new Map(known.map((row) => [row.emailKey, row.state]))
    const fresh = guests.filter(({ email }) => !stateOf.has(emailKey(email)))
    const outcomes = await seatArrivals(
      event.slug,
      fresh.map((guest) => ({
        ctx,
        attendee: attendeeOf(guest),
        category: guest.category,
        accessCode: '',
        byHand: true,
      })),
    )
    const refused = outcomes.find((one) => one.kind === 'refused' && one.refusal.code !== 'event-full')
    if (refused?.kind === 'refused') throw refused.refusal
    const added = outcomes.flatMap((one) => (one.kind === 'registered' ? [one.id] : []))
    const states = await tx
      .select({ id: registration.id, state: registration.state })
      .from(registration)
      .where(inArray(registration.id, added))
    const seated = new Set(states.flatMap(({ id, state }) => (state === 'confirmed' ? [id] : [])))
    return guests.map((guest): Imported => {
      const state = stateOf.get(emailKey(guest.email))
      if (state) return { what: 'known', state }
      const outcome = outcomes[fresh.indexOf(guest)]
      if (outcome?.kind !== 'registered') return { what: 'full' }
      return { what: seated.has(outcome.id) ? 'seated' : 'waitlisted' }
    })
  })
}
