import type { LoaderFunctionArgs } from '@remix-run/node'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { sessionHistory } from '#app/features/publishing/domain/session-history.ts'
import { listVersionChanges } from '#app/features/publishing/domain/versions.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { feedContext } from '#app/shared/http/feed-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { agendaBlocks } from './agenda-blocks.server.ts'
import { calendarResponse } from './calendar-response.server.ts'

/** One published session as a calendar file, under the identity it has in the feed of its agenda. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = feedContext(request)
  const { event, agenda, venues } = await getEventWithAgenda(params.event ?? '')
  const session = agenda.sessions.find((one) => one.slug === params.session)
  if (!session) throw new Refusal('session-missing', 'missing')
  const { changedIn } = sessionHistory(await listVersionChanges(event.id), agenda, new Date())
  const only = { ...agenda, sessions: [session] }
  return calendarResponse({
    name: textIn(session.title, locale),
    blocks: agendaBlocks({ event, agenda: only, venues }, { changedIn, dropped: [] }, locale),
    locale,
    fileName: `${session.slug}.ics`,
    tags: [pageTag.event(event.id)],
  })
}
