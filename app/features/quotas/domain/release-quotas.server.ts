import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { offerFreeSeats } from '#app/features/registration/domain/seats/offer-free-seats.server.ts'
import { lockSeats } from '#app/features/registration/domain/seats/seat-lock.server.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { log } from '#app/shared/http/log.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import { event, guestInvitation, organization, quota } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { changeHeld } from './change-held.server.ts'
import { guestMail } from './guest-mail.ts'
import { heldPlaces } from './quota-rule.ts'

/**
 * Gives back to all what hosts have not used at their hour, and offers it to those who wait, one event a transaction;
 * invitations without an answer end. Run by the clock every minute; an event that fails holds up no other. Returns how
 * many quotas went back.
 */
export async function releaseQuotas(ctx: Context): Promise<number> {
  const events = await database()
    .selectDistinct({ id: quota.eventId })
    .from(quota)
    .innerJoin(event, eq(event.id, quota.eventId))
    .where(due(ctx))
  let released = 0
  const failures: unknown[] = []
  for (const { id } of events) {
    try {
      released += await releaseAt(ctx, id)
    } catch (error) {
      log().error({ err: error, event: id }, 'places of hosts did not go back')
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `Places at ${failures.length} events stayed`)
  return released
}

async function releaseAt(ctx: Context, eventId: string): Promise<number> {
  return withTransaction(async (tx) => {
    const { event: at } = await lockSeats({ id: eventId })
    const rows = await tx
      .select({ quota, name: organization.name })
      .from(quota)
      .innerJoin(event, eq(event.id, quota.eventId))
      .innerJoin(organization, eq(organization.id, quota.organizationId))
      .where(and(eq(quota.eventId, eventId), due(ctx)))
      .orderBy(quota.id)
    for (const { quota: one, name } of rows) {
      const places = heldPlaces(one)
      // What a cancelled event kept for hosts went with it.
      if (!at.cancelledAt) await changeHeld(tx, { eventId, categoryId: one.categoryId, by: -places })
      await recordActivity(ctx, {
        verb: 'quota.released',
        eventId,
        subjectId: one.organizationId,
        subjectName: textIn(name, ctx.locale),
        details: { count: places },
      })
    }
    const ids = rows.map((row) => row.quota.id)
    if (ids.length === 0) return 0
    await tx
      .update(quota)
      .set({ releasedAt: ctx.now, invited: 0, released: sql`${quota.reserved} - ${quota.accepted}` })
      .where(inArray(quota.id, ids))
    const silent = await tx
      .update(guestInvitation)
      .set({ state: at.cancelledAt ? 'withdrawn' : 'released', answeredAt: ctx.now })
      .where(and(inArray(guestInvitation.quotaId, ids), eq(guestInvitation.state, 'open')))
      .returning()
    if (at.cancelledAt) await tellOfCancelling(silent, rows)
    await offerFreeSeats(ctx, eventId)
    await pageChanged(pageTag.seats(eventId))
    return ids.length
  })
}

type Asked = typeof guestInvitation.$inferSelect

async function tellOfCancelling(silent: Asked[], rows: { quota: typeof quota.$inferSelect }[]) {
  const hostOf = new Map(rows.map((row) => [row.quota.id, row.quota.organizationId]))
  await queueMail(...silent.map((one) => guestMail(one, hostOf.get(one.quotaId) ?? '', 'cancelled')))
}

/** Longer than a cancelled event can be taken back. */
const grace = 5 * 60_000

/**
 * Without an hour of its own, a quota goes back when its event begins. One that was cancelled is told of here, by nobody:
 * whoever cancels looks at the mails before, and a neighbour's guests are not theirs to see.
 */
function due({ now }: Context) {
  const hour = sql`coalesce(${quota.releasesAt}, ${event.startsAt})`
  const isDue = or(lte(hour, now.toISOString()), lte(event.cancelledAt, new Date(now.getTime() - grace)))
  return and(isNull(quota.releasedAt), isDue)
}
