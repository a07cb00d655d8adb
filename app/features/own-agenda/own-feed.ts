import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { agendaBlocks, eventBlocks } from '#app/features/calendar/agenda-blocks.server.ts'
import { calendarFeed } from '#app/features/calendar/domain/feed-calendar.ts'
import { privateFeed } from '#app/features/calendar/private-feed.server.ts'
import { findPublicEvent, listPartsOf } from '#app/features/events/domain/events.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { sessionHistory } from '#app/features/publishing/domain/session-history.ts'
import { listVersionChanges } from '#app/features/publishing/domain/versions.server.ts'
import { attendeeView } from '#app/features/registration/attendee-view.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { listOwnSessions } from './domain/own-sessions.server.ts'
import { listParts } from './domain/parts/list-parts.server.ts'

const refreshHours = 4

/**
 * The sessions an attendee chose and the parts they have a seat in, to subscribe to. Each keeps the UID it has in the public calendar, so that whoever
 * follows both sees it once; what was dropped stays for a while, cancelled.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const { locale } = view
  const [event, published, versions, own, venues, parts, ownParts] = await Promise.all([
    findPublicEvent(page.event.slug),
    findPublishedAgenda(page.event.id),
    listVersionChanges(page.event.id),
    listOwnSessions(page.registration.id),
    listVenues(page.event.id),
    listPartsOf(page.event.id),
    listParts({ id: page.registration.id, eventId: page.event.id }),
  ])
  const name = `${textIn(page.event.title, locale)} – ${page.registration.name}`
  const chosen = new Set(own.map((one) => one.sessionId))
  const seated = new Set(
    ownParts.filter((part) => part.own?.state === 'confirmed').map((part) => part.event.id),
  )
  const blocks = [
    ...(event && published ? ownBlocks(event, published.agenda) : []),
    ...parts.filter((part) => seated.has(part.id)).flatMap((part) => eventBlocks(part, locale)),
  ]
  const calendar = calendarFeed({ name, blocks, refreshHours, language: locale })
  return privateFeed(request, calendar, `${page.event.slug}.ics`)

  function ownBlocks(
    of: NonNullable<typeof event>,
    whole: NonNullable<typeof published>['agenda'],
  ): string[] {
    const history = sessionHistory(versions, whole, new Date())
    const agenda = { ...whole, sessions: whole.sessions.filter((session) => chosen.has(session.id)) }
    const dropped = history.dropped.filter((session) => chosen.has(session.sessionId))
    return agendaBlocks({ event: of, agenda, venues }, { ...history, dropped }, locale)
  }
}
