import { sql } from 'drizzle-orm'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { SignUpState } from '#app/shared/vocabulary.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from './own-registration.server.ts'
import { lockSessionSeats } from './session-lock.server.ts'

/** Takes a seat in a session that has seats of its own, or the next place in its line; twice is once. */
export async function signUpForSession(
  ctx: Context,
  token: string,
  sessionId: string,
): Promise<Exclude<SignUpState, 'cancelled'>> {
  const { id, eventId } = await getOwnRegistration(token)
  return withTransaction(async (tx) => {
    const session = await lockSessionSeats(tx, { eventId, sessionId, now: ctx.now })
    if (!session.sign_up || !session.published || session.cancelled) throw new Refusal('sign-up-none')
    if (session.begun) throw new Refusal('sign-up-over')
    // The counters are on the locked row; the row of the registration is read now, so what is cancelled is known.
    const [taken] = await tx.execute<{ state: Exclude<SignUpState, 'cancelled'> }>(sql`
      with wish as (
        insert into sign_up as u (session_id, registration_id, state, created_at)
        select s.id, r.id,
          case when s.waitlisted = 0 and s.signed_up < coalesce(s.capacity, 100000) then 'confirmed' else 'waitlisted' end,
          ${ctx.now.toISOString()}::timestamptz
        from session s join registration r on r.id = ${id} and r.state = 'confirmed'
        where s.id = ${sessionId}
        on conflict (session_id, registration_id) do update set state = excluded.state, created_at = excluded.created_at,
          arrival = nextval(pg_get_serial_sequence('sign_up', 'arrival'))
        where u.state = 'cancelled'
        returning state
      ), counted as (
        update session s set signed_up = signed_up + (wish.state = 'confirmed')::int,
          waitlisted = waitlisted + (wish.state = 'waitlisted')::int
        from wish where s.id = ${sessionId}
      )
      select state from wish
      union all select u.state from sign_up u join registration r on r.id = u.registration_id and r.state = 'confirmed'
        where u.session_id = ${sessionId} and u.registration_id = ${id} and u.state <> 'cancelled'`)
    if (!taken) throw new Refusal('sign-up-needs-seat')
    return taken.state
  })
}
