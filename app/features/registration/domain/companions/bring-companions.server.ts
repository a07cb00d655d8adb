import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { lockRegistration } from '../lifecycle/locked-registration.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'
import { offerFreeSeats } from '../seats/offer-free-seats.server.ts'
import { companionAnswer } from './companion-seats.ts'
import { writeCompanions } from './seat-companions.server.ts'

export type Companions = { companions: number; names: string[] }

/**
 * Whoever has a seat says how many they bring, where their category allows it: each takes a seat of its own, under the
 * event's lock, all or none. Fewer than before gives seats back to those who wait.
 */
export async function bringCompanions(ctx: Context, token: string, wish: Companions): Promise<void> {
  const { id, eventId } = await getRegistrationByToken(token)
  await countAttempt(`companions:${id}`, { limit: 30, seconds: 3600 })
  await withTransaction(async (tx) => {
    const { seats, row } = await lockRegistration(eventId, id)
    const category = seats.categories.find((one) => one.id === row.categoryId)
    if (!category || row.state !== 'confirmed') throw new Refusal('companions-need-seat')
    if (seats.event.cancelledAt || seats.event.startsAt <= ctx.now) throw new Refusal('registration-past')
    const asked = { present: row.companions, wanted: wish.companions }
    const answer = companionAnswer(seats.event, category, asked)
    if (answer === 'too-many')
      throw new Refusal('companions-too-many', 'invalid', { limit: category.companionLimit })
    if (answer === 'full') throw new Refusal('companions-full', 'state')
    const isSame = answer === 'as-is' && wish.names.join('\n') === row.companionNames.join('\n')
    if (isSame && row.wishedCompanions === 0) return
    const more = wish.companions - row.companions
    await writeCompanions(ctx, tx, {
      eventId,
      categoryId: category.id,
      registrationId: id,
      ...wish,
      more,
    })
    if (isSame) return
    await recordActivity(ctx, {
      verb: 'registration.companions-changed',
      eventId,
      subjectId: id,
      subjectName: row.name,
      details: { from: row.companions, to: wish.companions },
    })
    await pageChanged(pageTag.seats(eventId))
    if (more < 0) await offerFreeSeats(ctx, eventId)
  })
}
