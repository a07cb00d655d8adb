import type { LoaderFunctionArgs } from '@remix-run/node'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { getPublicEvent, listPartsOf } from '#app/features/events/domain/events.server.ts'
import { listVenues } from '#app/features/events/domain/venues.server.ts'
import { sessionHistory } from '#app/features/publishing/domain/session-history.ts'
import { listVersionChanges } from '#app/features/publishing/domain/versions.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { agendaBlocks, eventBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

const nothing = { rooms: [], tracks: [], people: [], sessions: [] }

/** The published agenda of an event and each of its parts as one entry, to subscribe to: a festival is one calendar. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const event = await getPublicEvent(params.event ?? '')
  const [published, versions, venues, parts] = await Promise.all([
    findPublishedAgenda(event.id),
    listVersionChanges(event.id),
    listVenues(event.id),
    listPartsOf(event.id),
  ])
  const agenda = published?.agenda ?? nothing
  const history = sessionHistory(versions, agenda, new Date())
  const name = textIn(event.title, locale)
  return calendarResponse({
    name,
    blocks: [
      ...agendaBlocks({ event, agenda, venues }, history, locale),
      ...parts.flatMap((part) => eventBlocks(part, locale)),
    ],
    locale,
    fileName: `${event.slug}.ics`,
    // A part that is published later is news for the home page too.
    tags: [pageTag.event(event.id), pageTag.home, ...parts.map((part) => pageTag.event(part.id))],
    changesAt: history.dropped.map((session) => session.until),
  })
}
