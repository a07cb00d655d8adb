import { sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Context } from '#app/shared/context.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { placesMail, type ToldGuest, type ToldPlace, toldSession } from './told-place.server.ts'

/**
 * Takes registrations out of the sessions they signed up for, or out of some of them, and gives what they leave to those
 * who wait. It stands beside the seats of events, since whoever loses the one loses the other in the same transaction.
 * The event is locked by the caller; sessions are locked here, before any registration, in order of their ids. Answers
 * what was given back, for whoever tells it.
 */
export async function giveBackSessionSeats(
  ctx: Context,
  leaving: { registrationIds: string[]; sessionIds?: string[] },
): Promise<(ToldGuest & ToldPlace)[]> {
  const ids = JSON.stringify(leaving.registrationIds)
  const these = leaving.sessionIds && JSON.stringify(leaving.sessionIds)
  const only = these
    ? sql`and session_id in (select value::uuid from jsonb_array_elements_text(${these}::jsonb))`
    : sql``
  return withTransaction(async (tx) => {
    const theirs = sql`registration_id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
      and state <> 'cancelled' ${only}`
    const locked = await tx.execute<{ id: string }>(sql`
      select id from session where id in (select session_id from sign_up where ${theirs})
      order by id for no key update`)
    if (locked.length === 0) return []
    const left = await tx.execute<ToldGuest & ToldPlace>(sql`
      with before as (
        select id, session_id, state, seats from sign_up where ${theirs}
      ), gone as (
        update sign_up u set state = 'cancelled', sequence = u.sequence + 1 from before b where u.id = b.id
          returning u.id, u.session_id, u.registration_id, u.sequence, u.seats, u.state
      ), counted as (
        update session s set signed_up = s.signed_up - n.confirmed, waitlisted = s.waitlisted - n.waitlisted
        from (
          select session_id, coalesce(sum(seats) filter (where state = 'confirmed'), 0) as confirmed,
            count(*) filter (where state = 'waitlisted') as waitlisted
          from before group by session_id
        ) n where s.id = n.session_id
      )
      select gone.*, before.state as was, s.event_id, r.name, r.email, r.locale, said.*
      from gone join before using (id) join session s on s.id = gone.session_id
        join registration r on r.id = gone.registration_id
      cross join lateral ${toldSession} said
      order by said.starts_at, said.slug`)
    await fillSessionSeats(ctx, { sessionIds: locked.map((row) => row.id) })
    return [...left]
  })
}

/**
 * Gives every free seat of sessions to those who wait for it, in order of arrival, each with a mail. A party has all its
 * seats or none: while the first in line needs more than are free, the free ones wait for it, since nobody overtakes.
 * With `eventId`, in all sessions of an event, whose seats may have grown in number.
 */
export async function fillSessionSeats(
  ctx: Context,
  of: { sessionIds: string[] } | { eventId: string },
): Promise<void> {
  const which =
    'eventId' in of
      ? sql`event_id = ${of.eventId}`
      : sql`id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(of.sessionIds)}::jsonb))`
  await withTransaction(async (tx) => {
    const open = await tx.execute<{ id: string }>(sql`
      select id from session where ${which} and sign_up and waitlisted > 0 and signed_up < coalesce(capacity, 100000)
        and cancelled_at is null and starts_at > ${ctx.now.toISOString()}::timestamptz
        -- Whoever was just taken off may be back in a minute; the end of that minute makes up for it.
        and not exists (select 1 from act a where a.event_id = session.event_id and a.frees_seats
          and a.undone_at is null and a.finished_at is null)
      order by id for no key update`)
    if (open.length === 0) return
    const freed = await tx.execute<ToldGuest & ToldPlace>(sql`
      with next as (
        select w.* from session s cross join lateral (
          select *, sum(seats) over (order by arrival) as upto from (
            select id, session_id, registration_id, arrival, seats, sequence + 1 as sequence from sign_up
            where session_id = s.id and state = 'waitlisted'
            order by arrival limit least(coalesce(s.capacity, 100000) - s.signed_up, s.waitlisted)
          ) line
        ) w where upto <= coalesce(s.capacity, 100000) - s.signed_up
          and s.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(open.map((row) => row.id))}::jsonb))
      ), seated as (
        update sign_up u set state = 'confirmed', sequence = n.sequence from next n where u.id = n.id
      ), counted as (
        update session s set signed_up = s.signed_up + n.seats, waitlisted = s.waitlisted - n.amount
        from (
          select session_id, count(*) as amount, sum(seats) as seats from next group by session_id
        ) n where s.id = n.session_id
      )
      select n.id, n.session_id, n.sequence, n.seats, 'confirmed' as state, s.event_id, r.id as registration_id, r.name,
        r.email, r.locale, said.*
      from next n join registration r on r.id = n.registration_id join session s on s.id = n.session_id
      cross join lateral ${toldSession} said
      order by n.session_id, n.arrival`)
    await queueMail(...freed.map((place) => placesMail(place, [place])))
  })
}
