import { sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { settleRegistrations } from './settle-registrations.server.ts'

type Wish = {
  id: string
  category_id: string
  wished_category_id: string
  name: string
  email: string
  locale: Locale
  uid: string | null
  sequence: number | null
  is_cancelled: boolean | null
}

/**
 * Lets the first of those who wait for another category with a seat of their own change over, where a seat is free and
 * nobody stands before them there whom the event's total lets in. For callers that hold the event's lock. Returns whether
 * anybody changed: the seat left behind may be the next one's.
 */
export async function fulfilNextWish(ctx: Context, eventId: string): Promise<boolean> {
  return withTransaction(async (tx) => {
    const [next] = await tx.execute<Wish>(sql`
      select r.id, r.category_id, r.wished_category_id, r.name, r.email, r.locale, i.uid, i.sequence,
        i.cancelled_at is not null as is_cancelled
      from guest_category c join event e on e.id = c.event_id
      join registration r on r.wished_category_id = c.id and r.state = 'confirmed'
      left join invitation i on i.registration_id = r.id
      where c.event_id = ${eventId} and (c.capacity is null or c.confirmed + c.offered + c.companions - c.beyond + c.held < c.capacity)
        and (coalesce(e.seated - e.beyond + e.held >= e.capacity, false) or not exists (
          select 1 from registration w
          where w.category_id = c.id and w.state = 'waitlisted' and w.arrival < r.wish_arrival))
      order by r.wish_arrival limit 1`)
    if (!next) return false
    const { id, name, email, locale, uid, sequence } = next
    await settleRegistrations(ctx, eventId, [
      {
        id,
        categoryId: next.wished_category_id,
        fromCategoryId: next.category_id,
        from: 'confirmed',
        to: 'confirmed',
        recipient: { name, email, locale },
        invitation:
          uid && sequence !== null ? { uid, sequence, cancelled: next.is_cancelled === true } : null,
      },
    ])
    return true
  })
}
