import { sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import {
  fillSessionSeats,
  giveBackSessionSeats,
} from '#app/features/registration/domain/seats/session-seats.server.ts'
import {
  placesMail,
  type ToldPlace,
  type ToldSession,
} from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import type { Transaction } from '#db/client.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from '../own-registration.server.ts'
import { choosePlaces, type OwnPlace, type PlaceOutcome, type PlaceWish } from './choose-places.ts'
import { holdGuest } from './hold-guest.server.ts'
import { type HeldSession, holdSessions } from './hold-sessions.server.ts'

/** More than anybody sees at one festival. */
const mostPlaces = 50

/**
 * Takes seats in sessions that have their own, or places in their lines, each for itself: what cannot be had is answered
 * with its reason and keeps nothing else back. A wish for other seats in a session changes them, one for none gives them
 * back. One mail tells what changed. The statements are the same in number however many sessions are wished for.
 */
export async function takePlaces(
  ctx: Context,
  token: string,
  wishes: readonly PlaceWish[],
): Promise<PlaceOutcome[]> {
  const { id, eventId } = await getOwnRegistration(token)
  const once = [...new Map(wishes.map((wish) => [wish.sessionId, wish])).values()]
  if (once.length > mostPlaces) throw new Refusal('places-too-many', 'invalid', { limit: mostPlaces })
  if (once.length === 0) return []
  return withTransaction(async (tx) => {
    // Event, sessions in the order of their ids, registration: no two of these transactions wait for each other in a ring.
    const sessions = await holdSessions(tx, {
      eventId,
      sessionIds: once.map((wish) => wish.sessionId),
      now: ctx.now,
    })
    const held = await holdGuest(tx, id)
    if (!held) throw new Refusal('sign-up-needs-seat')
    const outcomes = choosePlaces(once, { sessions, ...held })
    const written = changesOf(outcomes, held.own)
    const leaving = outcomes.filter(({ kind }) => kind === 'left').map(({ sessionId }) => sessionId)
    const told = [
      ...(await writePlaces(tx, { registrationId: id, now: ctx.now, written, sessions })),
      ...(leaving.length > 0
        ? await giveBackSessionSeats(ctx, { registrationIds: [id], sessionIds: leaving })
        : []),
    ]
    if (told.length > 0) await queueMail(placesMail(held.guest, told))
    const freed = written.filter((one) => one.taken < 0 || one.shrinks).map((one) => one.session_id)
    if (freed.length > 0) await fillSessionSeats(ctx, { sessionIds: freed })
    return outcomes
  })
}

type Written = {
  session_id: string
  state: 'confirmed' | 'waitlisted'
  seats: number
  /** What the session's counters grow by. */
  taken: number
  waiting: number
  /** Goes to the end of the line. */
  arrives: boolean
  /** The head of a line asks for less: it may fit now. */
  shrinks: boolean
}

function changesOf(outcomes: readonly PlaceOutcome[], own: readonly OwnPlace[]): Written[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'confirmed' && outcome.kind !== 'waitlisted') return []
    const before = own.find(({ sessionId }) => sessionId === outcome.sessionId)
    const isConfirmed = outcome.kind === 'confirmed'
    return {
      session_id: outcome.sessionId,
      state: outcome.kind,
      seats: outcome.seats,
      taken: isConfirmed ? outcome.seats - (before?.seats ?? 0) : 0,
      waiting: isConfirmed || before ? 0 : 1,
      arrives: !before || (!isConfirmed && outcome.seats > before.seats),
      shrinks: before !== undefined && outcome.seats < before.seats,
    }
  })
}

const wishColumns = {
  session_id: 'uuid',
  state: 'text',
  seats: 'int',
  taken: 'int',
  waiting: 'int',
  arrives: 'boolean',
  shrinks: 'boolean',
} as const

type Writing = { registrationId: string; now: Date; written: Written[]; sessions: readonly HeldSession[] }

async function writePlaces(
  tx: Transaction,
  { registrationId, now, written, sessions }: Writing,
): Promise<ToldPlace[]> {
  if (written.length === 0) return []
  const wish = rowsOf('w', wishColumns, written)
  const put = await tx.execute<Omit<ToldPlace, keyof ToldSession> & { session_id: string }>(sql`
    with wish as (
      select * from ${wish.rows}
    ), counted as (
      update session s set signed_up = signed_up + wish.taken, waitlisted = waitlisted + wish.waiting
      from wish where s.id = wish.session_id
    )
    insert into sign_up as u (session_id, registration_id, state, seats, created_at)
    select session_id, ${registrationId}::uuid, state, seats, ${now.toISOString()}::timestamptz from wish
    on conflict (session_id, registration_id) do update set state = excluded.state, seats = excluded.seats,
      sequence = u.sequence + 1, created_at = excluded.created_at,
      arrival = case when (select arrives from wish where wish.session_id = u.session_id)
        then nextval(pg_get_serial_sequence('sign_up', 'arrival')) else u.arrival end
    returning id, session_id, sequence, state, seats`)
  const said = new Map(sessions.map((session) => [session.sessionId, session.said]))
  return put
    .flatMap((place) => {
      const words = said.get(place.session_id)
      return words ? [{ ...words, ...place }] : []
    })
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at) || a.slug.localeCompare(b.slug))
}
