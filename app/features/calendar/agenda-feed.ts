import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { sessionHistory } from '#app/features/publishing/domain/session-history.ts'
import { listVersionChanges } from '#app/features/publishing/domain/versions.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { pageTag } from '#app/shared/http/page-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { agendaBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

/** The published agenda of an event, to subscribe to. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const page = await getEventWithAgenda(params.event ?? '')
  const history = sessionHistory(await listVersionChanges(page.event.id), page.agenda, new Date())
  const name = textIn(page.event.title, locale)
  return calendarResponse({
    name,
    blocks: agendaBlocks(page, history, locale),
    locale,
    fileName: `${page.event.slug}.ics`,
    tags: [pageTag.event(page.event.id)],
    turns: history.dropped.map((session) => session.until),
  })
}
