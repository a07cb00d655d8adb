import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarFeed, sessionBlock } from '#app/features/calendar/domain/feed-calendar.ts'
import { sessionEntry } from '#app/features/calendar/domain/session-entry.ts'
import { privateFeed } from '#app/features/calendar/private-feed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { speakingView } from './speaking-view.server.ts'

/** Every session that the speaker is in, as they were told, to subscribe to; what was withdrawn stays, cancelled. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { at, read, view } = await speakingView(request, params.token ?? '')
  const { event, locale } = view
  const blocks = read.invited.flatMap(({ invitation }) => {
    const { sent, uid, sequence, issuedAt, cancelledAt } = invitation
    if (!sent) return []
    const isOff = cancelledAt !== null || at.event.cancelledAt !== null
    const spoken = {
      sent,
      invitation: { uid, sequence, issuedAt },
      status: isOff ? ('cancelled' as const) : ('confirmed' as const),
      eventTitle: event.title,
      eventPlace: event.place,
      eventUrl: at.event.publishedAt ? absolute(publicPath.event(locale, event.slug)) : undefined,
    }
    return [sessionBlock(sessionEntry(spoken, locale))]
  })
  const name = `${textIn(event.title, locale)} – ${view.person.name}`
  const calendar = calendarFeed({ name, blocks, refreshHours: 4, language: locale })
  return privateFeed(request, calendar, `${event.slug}.ics`)
}
