import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { withoutMarksIn } from '#app/shared/i18n/kept-words.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { scheduleOf } from './domain/schedule.ts'

/** The published agenda as a schedule, and the headers under which it is kept. */
export async function schedulePage(request: Request, slug: string) {
  const { locale } = feedContext(request)
  const { event, agenda, version } = await getEventWithAgenda(slug)
  const addresses = {
    event: absolute(publicPath.event(locale, event.slug)),
    session: (session: string) => absolute(publicPath.session(locale, event.slug, session)),
    film: (film: string) => absolute(publicPath.film(locale, event.slug, film)),
    changes: absolute(publicPath.changes(locale, event.slug)),
  }
  const published = { event, agenda, version: version?.number ?? 0 }
  const schedule = withoutMarksIn(scheduleOf(published, addresses, locale))
  const headers = { 'Content-Language': locale, ...cacheHeaders({ tags: [pageTag.event(event.id)] }) }
  return { schedule, headers, self: absolute(`/events/${event.slug}/agenda.xml?lang=${locale}`) }
}
