import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { pageTag } from '#app/shared/http/page-changes.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { agendaBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

/** The published agenda of an event, to subscribe to. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const page = await getEventWithAgenda(params.event ?? '')
  const name = textIn(page.event.title, locale)
  return calendarResponse({
    name,
    blocks: agendaBlocks(page, locale),
    locale,
    fileName: `${page.event.slug}.ics`,
    tags: [pageTag.event(page.event.id)],
  })
}
