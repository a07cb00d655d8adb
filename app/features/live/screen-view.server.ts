import { encode } from 'uqr'
import { agendaTurns } from '#app/features/agenda/now-and-next.ts'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { openFloors } from '#app/features/floor/domain/floor.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { cachedPage } from '#app/shared/http/cached-page.server.ts'
import { pageTag } from '#app/shared/http/page-changes.server.ts'
import { absolute } from '#app/shared/http/page-head.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { liveAround } from './domain/live-around.ts'
import { roomMoment } from './domain/live-state.ts'
import { readLive } from './domain/read-live.server.ts'

/**
 * What a screen of an event shows: of one room, or of all when none is given. Kept until something happens in the live
 * room or a session's hour comes, so that however many screens ask, it is made once a change.
 */
export async function screenPage(
  at: { slug: string; roomId: string | null; path: string; locale: Locale },
  now: Date,
) {
  const event = await getPublicEvent(at.slug)
  const [state, floors] = await Promise.all([readLive(event.id, now), openFloors(event.id)])
  const room = at.roomId === null ? null : state.rooms.find((one) => one.id === at.roomId)
  if (room === undefined) throw new Refusal('room-missing', 'missing')
  const around = liveAround(state, now.getTime())
  const moment = roomMoment(around, at.roomId, now.getTime())
  const shown = moment.now ?? moment.next
  const code = shown && floors.get(shown.id)
  const address = code ? absolute(`/floor/${code}`) : null
  const { slug, title, accent, timeZone, venue, hasRecap } = event
  return cachedPage(
    {
      event: { slug, title, accent, timeZone, city: venue?.city ?? {}, hasRecap },
      ...{ path: at.path, room, moment, locale: at.locale },
      rooms: state.rooms,
      questions: state.questions.filter((one) => one.sessionId === shown?.id),
      floor: address && { address, modules: encode(address, { border: 0 }).data },
    },
    { tags: [pageTag.event(event.id), pageTag.live(event.id)], turns: agendaTurns(state.sessions) },
    now,
  )
}

type View = Awaited<ReturnType<typeof screenPage>>['data']
export type ScreenView = View
