import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import {
  fillSessionSeats,
  giveBackSessionSeats,
} from '#app/features/registration/domain/seats/session-seats.server.ts'
import { placesMail } from '#app/features/registration/domain/seats/told-place.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { grouped } from '#app/shared/grouped.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { getOwnRegistration } from '../own-registration.server.ts'
import { choosePlaces, type PlaceOutcome, type PlaceWish } from './choose-places.ts'
import { type HeldGuest, holdGuests } from './hold-guests.server.ts'
import { type HeldSession, holdSessions } from './hold-sessions.server.ts'
import { changesOf, type PlaceState, withChanges } from './place-changes.ts'
import { writePlaces } from './write-places.server.ts'

/** More than anybody sees at one festival. */
const mostPlaces = 50

type Choosing = { ctx: Context; registrationId: string; wishes: readonly PlaceWish[] }
/** Null for whoever has no seat at the event. */
type Chosen = { outcomes: PlaceOutcome[] | null }

/** Waits for seats at an event: who chooses in the same moment is one group. */
const joinChoosing = grouped(chooseTogether)

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
  const choosing = { ctx, registrationId: id, wishes: once }
  const { outcomes } = once.some(({ seats }) => seats === 0)
    ? await chooseAndGiveBack(eventId, choosing)
    : await joinChoosing(eventId, choosing)
  if (!outcomes) throw new Refusal('sign-up-needs-seat')
  return outcomes
}

/** What is given back goes to those who wait before anybody else chooses: it has a transaction of its own. */
function chooseAndGiveBack(eventId: string, choosing: Choosing): Promise<Chosen> {
  return withTransaction(async () => {
    const [chosen] = await chooseTogether(eventId, [choosing])
    if (!chosen) throw new Error('A choice was not answered')
    return chosen
  })
}

/** Lets guests choose one after the other, in as many statements as one of them alone. */
async function chooseTogether(eventId: string, group: Choosing[]): Promise<Chosen[]> {
  const [first] = group
  if (!first) return []
  const { ctx } = first
  return withTransaction(async (tx) => {
    // Event, sessions in the order of their ids, registrations: no two of these transactions wait for each other in a ring.
    const sessions = await holdSessions(tx, {
      eventId,
      sessionIds: [...new Set(group.flatMap(({ wishes }) => wishes.map((wish) => wish.sessionId)))],
      now: ctx.now,
    })
    const guests = await holdGuests(
      tx,
      group.map(({ registrationId }) => registrationId),
    )
    let state: PlaceState<HeldSession, HeldGuest> = { sessions, guests }
    const written = []
    const leaving: { registrationId: string; sessionIds: string[] }[] = []
    const chosen: Chosen[] = []
    for (const { registrationId, wishes } of group) {
      const guest = state.guests.get(registrationId)
      const outcomes = guest ? choosePlaces(wishes, { sessions: state.sessions, ...guest }) : null
      chosen.push({ outcomes })
      if (!guest || !outcomes) continue
      const changes = changesOf(registrationId, outcomes, guest.own)
      written.push(...changes)
      const left = outcomes.filter(({ kind }) => kind === 'left').map(({ sessionId }) => sessionId)
      if (left.length > 0) leaving.push({ registrationId, sessionIds: left })
      state = withChanges(state, changes)
    }
    const told = await writePlaces(tx, { now: ctx.now, written, sessions })
    for (const { registrationId, sessionIds } of leaving) {
      const gone = await giveBackSessionSeats(ctx, { registrationIds: [registrationId], sessionIds })
      told.set(registrationId, [...(told.get(registrationId) ?? []), ...gone])
    }
    await queueMail(
      ...[...told].flatMap(([id, places]) => {
        const guest = guests.get(id)
        return guest && places.length > 0 ? [placesMail(guest.guest, places)] : []
      }),
    )
    const freed = written.filter((one) => one.taken < 0 || one.shrinks).map((one) => one.session_id)
    if (freed.length > 0) await fillSessionSeats(ctx, { sessionIds: freed })
    return chosen
  })
}
