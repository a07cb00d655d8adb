import { sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { withTransaction } from '#db/transaction.server.ts'

/**
 * Whoever leaves a seat that a host's guest had accepted leaves it to that host, until its places went back to all. For
 * callers that hold the event's lock, after the seats were given up: held before, they would be counted twice.
 */
export async function returnHeldPlaces(
  ctx: Context,
  eventId: string,
  registrations: readonly { id: string }[],
): Promise<void> {
  if (registrations.length === 0) return
  const ids = registrations.map(({ id }) => id)
  await withTransaction((tx) =>
    tx.execute(sql`
      with returned as (
        update guest_invitation g set state = 'declined', answered_at = ${ctx.now.toISOString()}::timestamptz
        from quota q
        where q.id = g.quota_id and g.state = 'accepted' and g.event_id = ${eventId} and g.registration_id in ${ids}
        returning q.id, q.category_id, (q.released_at is null)::int as held
      ), quoted as (
        update quota q set accepted = q.accepted - r.places, declined = q.declined + r.places,
          released = q.released + r.places - r.held
        from (select id, count(*)::int as places, sum(held)::int as held from returned group by 1) r
        where q.id = r.id
      ), counted as (
        update guest_category c set held = c.held + r.held
        from (select category_id, sum(held)::int as held from returned group by 1) r
        where c.id = r.category_id
      )
      update event set held = event.held + r.held
      from (select coalesce(sum(held), 0)::int as held from returned) r
      where event.id = ${eventId} and r.held > 0`),
  )
}
