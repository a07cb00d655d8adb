import { sql } from 'drizzle-orm'
import type { SignUpState } from '#app/shared/vocabulary.ts'
import { database } from '#db/transaction.server.ts'

/** What an attendee has to do with a session, and how full it is where it has seats of its own. */
export type OwnSession = {
  sessionId: string
  starred: boolean
  signUp: Exclude<SignUpState, 'cancelled'> | null
  /** The seats that they have there or wait for: their own, and those of whom they bring. */
  seats: number
  /** The place in the line, from 1. */
  place: number | null
}
export type SessionSeats = {
  sessionId: string
  capacity: number | null
  signedUp: number
  waitlisted: number
}

/** The sessions that an attendee marked or signed up for, in one statement. */
export async function listOwnSessions(registrationId: string): Promise<OwnSession[]> {
  const rows = await database().execute<OwnSession>(sql`
    select coalesce(t.session_id, u.session_id) as "sessionId", t.session_id is not null as starred,
      u.state as "signUp", coalesce(u.seats, 0) as seats, case when u.state = 'waitlisted' then (
        select count(*)::int from sign_up w
        where w.session_id = u.session_id and w.state = 'waitlisted' and w.arrival <= u.arrival
      ) end as place
    from (select session_id from star where registration_id = ${registrationId}) t
    full join (
      select session_id, state, seats, arrival from sign_up
      where registration_id = ${registrationId} and state <> 'cancelled'
    ) u on u.session_id = t.session_id`)
  return [...rows]
}

/** The seats of an event's sessions that have their own. */
export async function listSessionSeats(eventId: string): Promise<SessionSeats[]> {
  const rows = await database().execute<SessionSeats>(sql`
    select id as "sessionId", capacity, signed_up as "signedUp", waitlisted from session
    where event_id = ${eventId} and sign_up and cancelled_at is null`)
  return [...rows]
}
