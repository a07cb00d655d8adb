import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { publicPath } from '#app/shared/http/public-paths.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Translated } from '#app/ui/translated.tsx'
import { nextTurn, runningTurn } from './domain/live-state.ts'
import { LiveScreen } from './live-screen.tsx'
import { type ScreenView, screenPage } from './screen-view.server.ts'
import { TickingClock } from './ticking-clock.tsx'

/** The clock for whoever speaks, to be read from ten metres. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const [slug, roomId] = [params.event ?? '', params.room ?? null]
  const path = roomId ? publicPath.liveRoomClock(locale, slug, roomId) : publicPath.liveClock(locale, slug)
  return screenPage({ slug, roomId, path, locale }, now)
}

export const meta: MetaFunction = () => [
  { title: m['live.desk.clock']() },
  { name: 'robots', content: 'noindex' },
]

export default function Clock() {
  const view = useLoaderData<typeof loader>() as unknown as ScreenView
  const session = view.moment.now
  const running = session && runningTurn(session)
  const next = session ? nextTurn(session) : null
  return (
    <LiveScreen view={view} screen="clock">
      <div className="big-clock">
        {running ? (
          <>
            <h1 className="big-clock-name">{running.name}</h1>
            <TickingClock turn={running} locale={view.locale} now={Date.now()} className="big-clock-face" />
          </>
        ) : (
          <>
            <h1 className="big-clock-name">
              <Translated value={session?.title ?? view.moment.next?.title ?? view.event.title} />
            </h1>
            <p className="big-clock-words">{m['live.screen.nobody']()}</p>
          </>
        )}
        {next && (
          <p className="big-clock-next">
            {m['live.screen.then']()} <strong>{next.name}</strong>
          </p>
        )}
      </div>
    </LiveScreen>
  )
}
