import { and, eq, inArray } from 'drizzle-orm'
import { attendeeOf } from '#app/features/registration/domain/attendee.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { guestInvitation } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { askGuests } from './ask-guests.server.ts'
import { requireOwnQuota } from './quota-right.server.ts'
import { unusedPlaces } from './quota-rule.ts'
import { getQuota } from './quotas.server.ts'

/** A guest as a host names them. */
export type NamedGuest = Omit<Parameters<typeof attendeeOf>[0], 'category'>
/** What became of each guest of a list, in its order: `full` has no place left, `known` was asked before. */
export type Invited = 'invited' | 'full' | 'known'

const most = 1000

/**
 * A host asks its guests, each by a mail of their own, while it has unused places: whoever stands behind them in the list
 * is left out and told of.
 */
export async function inviteGuests(
  ctx: Context,
  { eventId, quotaId, guests }: { eventId: string; quotaId: string; guests: readonly NamedGuest[] },
): Promise<Invited[]> {
  await requireOwnQuota(ctx, eventId, quotaId)
  if (guests.length > most) throw new Refusal('selection-too-long', 'invalid', { most: String(most) })
  return withTransaction(async (tx) => {
    const { event } = await lockSeats({ id: eventId })
    const own = await getQuota(eventId, quotaId)
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    if (own.releasedAt) throw new Refusal('quota-released', 'state')
    const people = guests.map((guest) => attendeeOf({ ...guest, category: own.categoryCode }))
    const standing = await tx
      .select({ emailKey: guestInvitation.emailKey })
      .from(guestInvitation)
      .where(and(eq(guestInvitation.quotaId, quotaId), inArray(guestInvitation.state, ['open', 'accepted'])))
    const known = new Set(standing.map(({ emailKey }) => emailKey))
    let left = unusedPlaces(own)
    const outcomes = people.map(({ emailKey }): Invited => {
      if (known.has(emailKey)) return 'known'
      if (left === 0) return 'full'
      left -= 1
      known.add(emailKey)
      return 'invited'
    })
    const asked = people.filter((_, at) => outcomes[at] === 'invited')
    if (asked.length === 0) return outcomes
    await askGuests(ctx, tx, own, asked)
    // How many, and not who: every host reads what was done at the event.
    await recordActivity(ctx, {
      verb: 'quota.invited',
      eventId,
      subjectId: own.organizationId,
      subjectName: textIn(own.organization, ctx.locale),
      details: { count: asked.length },
    })
    return outcomes
  })
}
