import { sql } from 'drizzle-orm'
import { withTransaction } from '#db/transaction.server.ts'

/**
 * Whoever leaves their seat, or its category, leaves those of their companions too. For callers that hold the event's lock,
 * before they write where the registrations go.
 */
export async function releaseCompanions(
  eventId: string,
  registrations: readonly { id: string }[],
): Promise<void> {
  if (registrations.length === 0) return
  const ids = registrations.map(({ id }) => id)
  await withTransaction((tx) =>
    tx.execute(sql`
      with brought as (
        select id, category_id, companions from registration
        where id in ${ids} and event_id = ${eventId} and companions > 0
      ), left_alone as (
        update registration r set companions = 0, companion_names = '{}' from brought where r.id = brought.id
      ), freed as (
        update guest_category c set companions = c.companions - given.seats
        from (select category_id, sum(companions)::int as seats from brought group by 1) given
        where c.id = given.category_id
      )
      update event set seated = seated - total.seats
      from (select sum(companions)::int as seats from brought) total
      where id = ${eventId} and total.seats is not null`),
  )
}
