import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { getEventWithAgenda } from '#app/features/agenda/domain/event-with-agenda.server.ts'
import { agendaChangesAt, nowAndNext } from '#app/features/agenda/now-and-next.ts'
import { NowNext } from '#app/features/agenda/now-next.tsx'
import { m } from '#app/paraglide/messages.js'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { getLive } from './domain/live-now.server.ts'
import { runningTurn } from './domain/live-state.ts'
import { nextOf, restOf } from './domain/screen-moment.ts'
import { NowRest } from './now-rest.tsx'

/** What runs now and who speaks: the part of the agenda page that changes while the event is on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const { event, agenda } = await getEventWithAgenda(params.event ?? '')
  const live = await getLive(event.id, now)
  const runs = new Map(
    live.sessions.flatMap(({ id, startedAt, endedAt }) =>
      startedAt === null
        ? []
        : [
            [
              id,
              { startedAt: new Date(startedAt), endedAt: endedAt === null ? null : new Date(endedAt) },
            ] as const,
          ],
    ),
  )
  const speaking = live.sessions.flatMap((one) => {
    const turn = one.endedAt === null ? runningTurn(one) : null
    return turn ? [{ sessionId: one.id, name: turn.name }] : []
  })
  const changesAt = agendaChangesAt(agenda.sessions)
  const moment = event.cancelledAt ? null : nowAndNext(agenda.sessions, now, runs)
  return cachedPage(
    {
      event,
      agenda,
      moment,
      speaking,
      rest: restOf(live, null, now.getTime()),
      path: publicPath.liveNow(locale, event.slug),
      revision: live.revision,
      until: nextOf(changesAt, now),
    },
    { tags: [pageTag.event(event.id), pageTag.live(event.id)], changesAt },
    now,
  )
}

export const meta: MetaFunction = () => [
  { title: m['public.agenda.now-next']() },
  { name: 'robots', content: 'noindex' },
]

export default function Now() {
  const { event, agenda, moment, speaking, rest, path, revision, until } = useLoaderData<typeof loader>()
  return (
    <PublicEventPage event={event} path={path} current="agenda">
      <h1>{m['public.agenda.now-next']()}</h1>
      <div
        className="live-now"
        data-live={event.slug}
        data-live-revision={revision}
        data-live-until={until ?? ''}
      >
        {moment ? (
          <NowNext event={event} agenda={agenda} moment={moment} speaking={speaking} />
        ) : (
          <NowRest event={event} rest={rest} />
        )}
      </div>
      <script src="/live.js" defer />
    </PublicEventPage>
  )
}
