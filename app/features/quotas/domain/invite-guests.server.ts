import { and, eq, inArray } from 'drizzle-orm'
import { findUndelivered } from '#app/features/bounces/domain/find-undelivered.server.ts'
import { attendeeOf } from '#app/features/registration/domain/attendee.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { guestInvitation, registration } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { type AskedPerson, askGuests } from './ask-guests.server.ts'
import { type Invited, planInvitations } from './plan-invitations.ts'
import { requireOwnQuota } from './quota-right.server.ts'
import { getQuota, listQuotas, type Quota } from './quotas.server.ts'

/** A guest as a host names them. */
export type NamedGuest = Omit<Parameters<typeof attendeeOf>[0], 'category'>
/** One of a list, which may say in words in which category. */
export type ListedGuest = NamedGuest & { category?: string }

const most = 1000

/**
 * A host asks its guests, each by a mail of their own, on its places in this category or in the one that a guest is listed
 * in. Whoever stands behind the unused places, is asked or registered already or has an address to which nothing is sent
 * is left out: the answer says what became of each.
 */
export async function inviteGuests(
  ctx: Context,
  { eventId, quotaId, guests }: { eventId: string; quotaId: string; guests: readonly ListedGuest[] },
): Promise<Invited[]> {
  await requireOwnQuota(ctx, eventId, quotaId)
  if (guests.length > most) throw new Refusal('selection-too-long', 'invalid', { most: String(most) })
  return withTransaction(async (tx) => {
    const { event } = await lockSeats({ id: eventId })
    const own = await getQuota(eventId, quotaId)
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    if (own.releasedAt) throw new Refusal('quota-released', 'state')
    const ofHost = (await listQuotas(eventId)).filter((one) => one.organizationId === own.organizationId)
    const people = guests.map((guest) => attendeeOf({ ...guest, category: own.categoryCode }))
    const standing = await tx
      .select({ emailKey: guestInvitation.emailKey })
      .from(guestInvitation)
      .where(
        and(
          inArray(
            guestInvitation.quotaId,
            ofHost.map(({ id }) => id),
          ),
          inArray(guestInvitation.state, ['open', 'accepted']),
        ),
      )
    const planned = planInvitations(
      guests.map(({ category = '' }, at) => ({ ...keysOf(people[at]), category })),
      {
        own,
        quotas: ofHost,
        known: new Set(standing.map(({ emailKey }) => emailKey)),
        seated: await listSeated(eventId, people),
        suppressed: await findUndelivered(people.map(({ email }) => email)),
      },
    )
    for (const places of ofHost) {
      const asked = people.filter((_, at) => planned[at]?.quotaId === places.id)
      if (asked.length > 0) await askGuests(ctx, tx, places, asked)
    }
    const count = planned.filter((one) => one.what === 'invited').length
    if (count > 0) await recordInvited(ctx, own, count)
    return planned.map(({ what }) => what)
  })
}

const keysOf = (person: AskedPerson | undefined) => ({
  email: person?.email ?? '',
  emailKey: person?.emailKey ?? '',
})

/** Those who have a seat already. */
async function listSeated(eventId: string, people: readonly AskedPerson[]): Promise<Set<string>> {
  const keys = people.map(({ emailKey }) => emailKey)
  if (keys.length === 0) return new Set()
  const rows = await withTransaction((tx) =>
    tx
      .select({ emailKey: registration.emailKey })
      .from(registration)
      .where(
        and(
          eq(registration.eventId, eventId),
          eq(registration.state, 'confirmed'),
          inArray(registration.emailKey, keys),
        ),
      ),
  )
  return new Set(rows.map(({ emailKey }) => emailKey))
}

/** How many, and not who: every host reads what was done at the event. */
async function recordInvited(ctx: Context, own: Quota, count: number) {
  await recordActivity(ctx, {
    verb: 'quota.invited',
    eventId: own.eventId,
    subjectId: own.organizationId,
    subjectName: textIn(own.organization, ctx.locale),
    details: { count },
  })
}
