import { sql } from 'drizzle-orm'
import type { ToldSession } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Transaction } from '#db/client.server.ts'
import type { SessionPlaces } from './choose-places.ts'

/** A session whose seats are held, in the words that readers were told. */
export type HeldSession = SessionPlaces & { said: ToldSession }

/**
 * Holds the seats of sessions, and before them their event: shared, so that guests of different sessions pass one another,
 * while no registration of the event can lose its seat meanwhile. Answers what there is of them, in no order.
 */
export async function holdSessions(
  tx: Transaction,
  { eventId, sessionIds, now }: { eventId: string; sessionIds: readonly string[]; now: Date },
): Promise<HeldSession[]> {
  const ids = JSON.stringify(sessionIds)
  // A publication holds the event alone: what is published stays so from here on.
  const [event] = await tx.execute<{ isOff: boolean }>(sql`
    select cancelled_at is not null as "isOff" from event where id = ${eventId} for share`)
  // The programme of a festival is long: it is opened once, however many sessions are wished for.
  const held = await tx.execute<HeldSession>(sql`
    with published as materialized (
      select item, room from (
        select agenda from agenda_version where event_id = ${eventId} order by number desc limit 1
      ) v cross join lateral jsonb_array_elements(v.agenda -> 'sessions') item left join lateral (
        select r as room from jsonb_array_elements(v.agenda -> 'rooms') r where r ->> 'id' = item ->> 'roomId'
      ) of_session on true
      where ${ids}::jsonb ? (item ->> 'id')
    )
    select s.id as "sessionId", s.sign_up as "signUp", coalesce((item ->> 'signUp')::boolean, false) as "isPublished",
      s.cancelled_at is not null as "isCancelled",
      coalesce(s.starts_at <= ${now.toISOString()}::timestamptz, true) as "hasBegun", s.capacity,
      s.signed_up as "signedUp", s.waitlisted, s.track_id as "trackId",
      array(select film_id::text from session_film f where f.session_id = s.id) as "filmIds",
      json_build_object('session_id', s.id, 'slug', coalesce(item ->> 'slug', s.slug),
        'title', coalesce(item -> 'title', s.title), 'starts_at', coalesce(item ->> 'startsAt', s.starts_at::text),
        'ends_at', coalesce(item ->> 'endsAt', s.ends_at::text), 'room', room -> 'name',
        'venue', nullif(room -> 'venue', 'null'), 'place', nullif(room -> 'place', 'null')) as said
    from session s left join published on item ->> 'id' = s.id::text
    where s.event_id = ${eventId} and s.id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
    order by s.id for no key update of s`)
  return held.map((session) => ({ ...session, isCancelled: session.isCancelled || event?.isOff === true }))
}
