import { and, eq, sql } from 'drizzle-orm'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { freeInCategory, freeInEvent } from '#app/features/registration/domain/seats/seats.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { requireEventRight } from '#app/shared/permissions/permissions.server.ts'
import { host, organization, quota } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { changeHeld } from './change-held.server.ts'
import { quotaProblem } from './quota-rule.ts'

export type QuotaInput = {
  eventId: string
  organizationId: string
  categoryId: string
  reserved: number
  releasesAt: Date | null
}

const none = { reserved: 0, invited: 0, accepted: 0, released: 0, releasedAt: null, releasesAt: null }

/**
 * Gives a host so many places in a category, kept from everybody else until they go back at their hour. Refused where the
 * category, or the event, has not so many free; places that are given up are offered to those who wait.
 */
export async function setQuota(ctx: Context, input: QuotaInput): Promise<void> {
  const { eventId, organizationId, categoryId, reserved, releasesAt } = input
  await requireEventRight(ctx, 'hosts.edit', eventId)
  await withTransaction(async (tx) => {
    const { event, categories } = await lockSeats({ id: eventId })
    const category = categories.find(({ id }) => id === categoryId)
    if (!category) throw new Refusal('category-missing', 'invalid')
    if (event.cancelledAt) throw new Refusal('event-cancelled', 'state')
    if (releasesAt && (releasesAt <= ctx.now || releasesAt > event.startsAt))
      throw new Refusal('quota-release-time', 'state', { field: 'releasesAt' })
    const [body] = await tx
      .select({ name: organization.name })
      .from(host)
      .innerJoin(organization, eq(organization.id, host.organizationId))
      .where(and(eq(host.eventId, eventId), eq(host.organizationId, organizationId)))
    if (!body) throw new Refusal('host-missing', 'missing')
    const own = and(
      eq(quota.eventId, eventId),
      eq(quota.organizationId, organizationId),
      eq(quota.categoryId, categoryId),
    )
    const before = (await tx.select().from(quota).where(own))[0] ?? none
    // Behind a line no seat is free: it belongs to the first who waits.
    const free = category.waitlisted > 0 ? 0 : Math.min(freeInCategory(category), freeInEvent(event))
    const problem = quotaProblem(before, reserved, free)
    if (problem) throw new Refusal(problem, 'state', { field: 'reserved', free: before.reserved + free })
    if (before.reserved === reserved && before.releasesAt?.getTime() === releasesAt?.getTime()) return
    await changeHeld(tx, { eventId, categoryId, by: reserved - before.reserved })
    await tx
      .insert(quota)
      .values({ eventId, organizationId, categoryId, reserved, releasesAt, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: [quota.eventId, quota.organizationId, quota.categoryId],
        set: { reserved: sql`excluded.reserved`, releasesAt: sql`excluded.releases_at` },
      })
    await recordActivity(ctx, {
      verb: 'quota.set',
      eventId,
      subjectId: organizationId,
      subjectName: textIn(body.name, ctx.locale),
      details: { reserved, before: before.reserved, category: category.code },
    })
    if (reserved < before.reserved) await offerFreeSeats(ctx, eventId)
    await pageChanged(pageTag.seats(eventId))
  })
}
