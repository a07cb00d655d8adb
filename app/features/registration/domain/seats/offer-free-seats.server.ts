import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { act } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { fulfilNextWish } from './fulfil-wish.server.ts'
import { lockSeats } from './seat-lock.server.ts'
import { chooseOffers, offerDeadline, openSeats } from './seats.ts'
import { settleRegistrations } from './settle-registrations.server.ts'

type Candidate = {
  id: string
  category_id: string
  arrival: number
  name: string
  email: string
  locale: Locale
}

/**
 * Offers every seat that is free to those who wait, in order of arrival, each until a deadline; whoever waits for another
 * category with a seat of their own changes over at their turn. Whatever frees a seat or adds one calls this in its own
 * transaction, so that a free seat and a waitlist never stand side by side.
 */
export async function offerFreeSeats(ctx: Context, eventId: string): Promise<void> {
  await withTransaction(async () => {
    const { event } = await lockSeats({ id: eventId })
    // An offer of an event that is not public would lead nowhere: publishing makes up for it.
    if (!event.publishedAt || event.cancelledAt || ctx.now >= event.startsAt) return
    if (await seatsAreHeld(eventId)) return
    do await offerToLine(ctx, eventId)
    while (await fulfilNextWish(ctx, eventId))
  })
}

async function offerToLine(ctx: Context, eventId: string): Promise<void> {
  await withTransaction(async (tx) => {
    const { event, categories } = await lockSeats({ id: eventId })
    const open = openSeats(categories)
    if (open.size === 0) return
    const wanted = [...open].map(([id, seats]) => ({ id, seats: Math.min(seats, 10_000) }))
    const free = rowsOf('free', { id: 'uuid', seats: 'int' }, wanted)
    // Nobody passes whoever asked for this category earlier, though that one has a seat elsewhere.
    const candidates = await tx.execute<Candidate>(sql`
      select r.id, r.category_id, r.arrival::float8 as arrival, r.name, r.email, r.locale
      from ${free.rows}
      cross join lateral (
        select min(wish_arrival) as first from registration where wished_category_id = ${free.id}
      ) wish
      cross join lateral (
        select * from registration where category_id = ${free.id} and state = 'waitlisted'
          and (wish.first is null or arrival < wish.first)
        order by arrival limit ${free.seats}
      ) r`)
    const offerExpiresAt = offerDeadline(ctx.now, event.offerHours, event.startsAt)
    const offers = chooseOffers(event, [...candidates]).map((row) => ({
      id: row.id,
      categoryId: row.category_id,
      from: 'waitlisted' as const,
      to: 'offered' as const,
      recipient: { name: row.name, email: row.email, locale: row.locale },
      invitation: null,
      offerExpiresAt,
    }))
    await settleRegistrations(ctx, eventId, offers)
  })
}

/** A seat that somebody was taken off may be theirs again in a minute; the end of that minute makes up for it. */
async function seatsAreHeld(eventId: string): Promise<boolean> {
  const held = and(eq(act.eventId, eventId), act.freesSeats, isNull(act.undoneAt), isNull(act.finishedAt))
  return withTransaction(async (tx) => (await tx.$count(act, held)) > 0)
}
