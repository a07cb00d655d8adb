import type { LoaderFunctionArgs } from '@remix-run/node'
import { listPublicEvents } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { eventBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

/** All published events, to subscribe to. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const events = await listPublicEvents()
  return calendarResponse({
    name: m['public.feed.events-name']({}, { locale }),
    blocks: events.flatMap((event) => eventBlocks(event, locale)),
    locale,
    fileName: 'ban-tron.ics',
    tags: [pageTag.home, ...events.map((event) => pageTag.event(event.id))],
  })
}
