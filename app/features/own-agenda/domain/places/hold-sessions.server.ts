import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import type { SessionPlaces } from './choose-places.ts'

/**
 * Holds the seats of sessions, and before them their event: shared, so that guests of different sessions pass one another,
 * while no registration of the event can lose its seat meanwhile. Answers what there is of them, in no order.
 */
export async function holdSessions(
  tx: Transaction,
  { eventId, sessionIds, now }: { eventId: string; sessionIds: readonly string[]; now: Date },
): Promise<SessionPlaces[]> {
  const ids = JSON.stringify(sessionIds)
  const [event] = await tx.execute<{ isOff: boolean }>(sql`
    select cancelled_at is not null as "isOff" from event where id = ${eventId} for share`)
  // A publication holds the event alone: what is published is looked up before the seats are held.
  const published = await tx.execute<{ id: string }>(sql`
    select item ->> 'id' as id from (
      select agenda from agenda_version where event_id = ${eventId} order by number desc limit 1
    ) v, jsonb_array_elements(v.agenda -> 'sessions') item
    where (item ->> 'signUp')::boolean and ${ids}::jsonb ? (item ->> 'id')`)
  const known = new Set(published.map(({ id }) => id))
  const held = await tx.execute<Omit<SessionPlaces, 'isPublished'>>(sql`
    select id as "sessionId", sign_up as "signUp", cancelled_at is not null as "isCancelled",
      coalesce(starts_at <= ${now.toISOString()}::timestamptz, true) as "hasBegun", capacity, signed_up as "signedUp",
      waitlisted, track_id as "trackId",
      array(select film_id::text from session_film f where f.session_id = session.id) as "filmIds"
    from session
    where event_id = ${eventId} and id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb))
    order by id for no key update`)
  return held.map((session) => ({
    ...session,
    isPublished: known.has(session.sessionId),
    isCancelled: session.isCancelled || event?.isOff === true,
  }))
}
