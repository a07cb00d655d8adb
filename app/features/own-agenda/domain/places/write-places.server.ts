import { sql } from 'drizzle-orm'
import type { ToldPlace, ToldSession } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import type { HeldSession } from './hold-sessions.server.ts'
import { oncePerPlace, type PlaceChange } from './place-changes.ts'

const wishColumns = {
  registration_id: 'uuid',
  session_id: 'uuid',
  state: 'text',
  seats: 'int',
  taken: 'int',
  waiting: 'int',
  arrives: 'boolean',
  shrinks: 'boolean',
  place: 'int',
} as const

type Put = Omit<ToldPlace, keyof ToldSession> & { session_id: string; registration_id: string }
type Writing = { now: Date; written: readonly PlaceChange[]; sessions: readonly HeldSession[] }

/**
 * Writes places and counts them, who came first first in line; their sessions are held by the caller. Answers what each
 * guest is to be told, by registration.
 */
export async function writePlaces(
  tx: Transaction,
  { now, written, sessions }: Writing,
): Promise<Map<string, ToldPlace[]>> {
  const told = new Map<string, ToldPlace[]>()
  if (written.length === 0) return told
  const wish = rowsOf(
    'w',
    wishColumns,
    oncePerPlace(written).map((one, place) => ({ ...one, place })),
  )
  const put = await tx.execute<Put>(sql`
    with wish as (
      select * from ${wish.rows}
    ), counted as (
      update session s set signed_up = signed_up + n.taken, waitlisted = waitlisted + n.waiting
      from (
        select session_id, sum(taken) as taken, sum(waiting) as waiting from wish group by session_id
      ) n where s.id = n.session_id
    )
    insert into sign_up as u (session_id, registration_id, state, seats, created_at)
    select session_id, registration_id, state, seats, ${now.toISOString()}::timestamptz from wish order by place
    on conflict (session_id, registration_id) do update set state = excluded.state, seats = excluded.seats,
      sequence = u.sequence + 1, created_at = excluded.created_at,
      arrival = case when (
          select arrives from wish where wish.session_id = u.session_id and wish.registration_id = u.registration_id
        ) then nextval(pg_get_serial_sequence('sign_up', 'arrival')) else u.arrival end
    returning id, session_id, registration_id, sequence, state, seats`)
  const said = new Map(sessions.map((session) => [session.sessionId, session.said]))
  for (const { registration_id: id, ...place } of put) {
    const words = said.get(place.session_id)
    if (words) told.set(id, [...(told.get(id) ?? []), { ...words, ...place }])
  }
  for (const places of told.values()) {
    places.sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || a.slug.localeCompare(b.slug))
  }
  return told
}
