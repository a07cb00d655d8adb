import type { LoaderFunctionArgs } from '@remix-run/node'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { eventBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

/** One event as a calendar file, under the identity it has in the feed of all events. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const event = await getPublicEvent(params.event ?? '')
  return calendarResponse({
    name: textIn(event.title, locale),
    blocks: eventBlocks(event, locale),
    locale,
    fileName: `${event.slug}.ics`,
    tags: [pageTag.event(event.id)],
  })
}
