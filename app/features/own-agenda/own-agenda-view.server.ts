import { afterEvent } from '#app/features/afterwards/after-event-view.server.ts'
import type { PublishedAgenda } from '#app/features/agenda/domain/agenda-snapshot.ts'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { ownClashes } from './domain/own-clashes.ts'
import { listOwnSessions, listSessionSeats } from './domain/own-sessions.server.ts'
import { shortWays } from './domain/own-ways.ts'

const nothing: PublishedAgenda = { rooms: [], tracks: [], people: [], sessions: [] }

/** What the page of an own agenda shows: five statements before the event is over, whatever its size. */
export async function ownAgendaView(request: Request, token: string) {
  const { page, view } = await attendeeView(request, token)
  const eventId = page.event.id
  const [published, own, seats, venues, after] = await Promise.all([
    view.isPublic ? findPublishedAgenda(eventId) : null,
    listOwnSessions(page.registration.id),
    listSessionSeats(eventId),
    listVenues(eventId),
    afterEvent({ page, view }),
  ])
  const agenda = published?.agenda ?? nothing
  const chosen = new Set(own.map((one) => one.sessionId))
  const mine = agenda.sessions.filter((session) => chosen.has(session.id))
  const clashes = ownClashes(mine)
  const ways = shortWays(
    mine,
    (roomId) => venues.find(({ roomIds }) => roomIds.includes(roomId ?? '')) ?? null,
  )
  return {
    ...view,
    after,
    agenda,
    own,
    seats,
    clashes: [...clashes].map(([sessionId, others]) => ({ sessionId, with: others.map((one) => one.title) })),
    ways: [...ways].map(([sessionId, { from, needed, there }]) => ({
      sessionId,
      from: from.title,
      needed,
      there,
    })),
    onlyMine: new URL(request.url).searchParams.has('mine'),
    now: new Date().toISOString(),
  }
}

export type OwnAgendaView = Awaited<ReturnType<typeof ownAgendaView>>
