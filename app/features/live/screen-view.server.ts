import { encode } from 'uqr'
import type { PublishedAgenda } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { getPublicEvent, type PublicEvent } from '#app/features/events/domain/events.server.ts'
import { openFloors } from '#app/features/floor/domain/floor.server.ts'
import { listHeard } from '#app/features/interpretation/domain/heard-languages.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { liveAround } from './domain/live-around.ts'
import { getLiveAgenda } from './domain/live-now.server.ts'
import { type LiveSession, runningTurn } from './domain/live-state.ts'
import { nextOf, restOf, screenChangesAt, screenMoment } from './domain/screen-moment.ts'

/**
 * What a screen of an event shows: of one room, or of all when none is given. Kept until something happens in the live
 * room or a session's hour comes, so that however many screens ask, it is made once a change.
 */
export async function screenPage(
  at: { slug: string; roomId: string | null; path: string; locale: Locale },
  now: Date,
) {
  const event = await getPublicEvent(at.slug)
  const [{ state, agenda }, floors] = await Promise.all([getLiveAgenda(event.id, now), openFloors(event.id)])
  const room = at.roomId === null ? null : state.rooms.find((one) => one.id === at.roomId)
  if (room === undefined) throw new Refusal('room-missing', 'missing')
  const moment = screenMoment(liveAround(state, now.getTime()), at.roomId, now.getTime())
  const shown = moment.now.length > 0 ? moment.now : moment.coming.slice(0, 1)
  const ids = new Set(shown.map((one) => one.id))
  const changesAt = screenChangesAt(state.sessions)
  const on = new Set(moment.now.map(({ id }) => id))
  const heard = await listHeard((agenda?.sessions ?? []).filter(({ id }) => on.has(id)))
  return cachedPage(
    {
      event: eventOf(event),
      path: at.path,
      room,
      locale: at.locale,
      rooms: state.rooms,
      revision: state.revision,
      now: event.cancelledAt ? [] : moment.now,
      coming: event.cancelledAt ? [] : moment.coming,
      rest: restOf(state, at.roomId, now.getTime()),
      until: nextOf(changesAt, now),
      people: (agenda?.people ?? []).map(({ id, name }) => ({ id, name })),
      heard,
      speakers: moment.now.flatMap((one) => speakerOf(one, agenda) ?? []),
      questions: state.questions.filter((one) => ids.has(one.sessionId)),
      floor: codeOf(shown.flatMap((one) => floors.get(one.id) ?? []).map((code) => `/floor/${code}`)[0]),
      recap: event.hasRecap ? codeOf(publicPath.recap(at.locale, event.slug)) : null,
    },
    { tags: [pageTag.event(event.id), pageTag.live(event.id)], changesAt },
    now,
  )
}

function eventOf({ slug, title, accent, timeZone, venue, startsAt, endsAt, cancelledAt }: PublicEvent) {
  const place = { name: venue?.name ?? {}, city: venue?.city ?? {} }
  const [from, to] = [startsAt.toISOString(), endsAt.toISOString()]
  return {
    slug,
    title,
    accent,
    timeZone,
    place,
    startsAt: from,
    endsAt: to,
    isCancelled: cancelledAt !== null,
  }
}

/** Who has the floor in a session, as the room is told. */
function speakerOf(session: LiveSession, agenda: PublishedAgenda | null) {
  const turn = runningTurn(session)
  if (!turn) return null
  const found = agenda?.people.find((one) => one.id === turn.personId)
  return {
    sessionId: session.id,
    personId: turn.personId,
    name: turn.name,
    honorific: found?.honorific ?? {},
    position: found?.position ?? {},
    affiliation: found?.affiliation ?? {},
  }
}

/** An address of ours with its QR code. */
function codeOf(path: string | undefined) {
  if (path === undefined) return null
  const address = absolute(path)
  return { address, modules: encode(address, { border: 0 }).data }
}

type View = Awaited<ReturnType<typeof screenPage>>['data']
export type ScreenView = View
