import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatTimes } from '#app/shared/time/format.ts'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { type LiveSession, nextTurn, runningTurn } from './domain/live-state.ts'
import { LiveScreen } from './live-screen.tsx'
import { restText } from './screen-rest.tsx'
import { type ScreenView, screenPage } from './screen-view.server.ts'
import styles from './screens.css?url'
import { TickingClock } from './ticking-clock.tsx'

/** The clock for whoever speaks, to be read from ten metres. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const [slug, roomId] = [params.event ?? '', params.room ?? null]
  const path = roomId ? publicPath.liveRoomClock(locale, slug, roomId) : publicPath.liveClock(locale, slug)
  return screenPage({ slug, roomId, path, locale }, now)
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction = () => [
  { title: m['live.desk.clock']() },
  { name: 'robots', content: 'noindex' },
]

export default function Clock() {
  const view = useLoaderData() as ScreenView
  const { now, coming, locale } = view
  const session = now.find((one) => runningTurn(one)) ?? now[0] ?? null
  const running = session && runningTurn(session)
  const next = session ? nextTurn(session) : null
  return (
    <LiveScreen view={view} screen="clock">
      <div className="big-clock">
        {running ? (
          <>
            <h1 className="big-clock-name">
              <PersonName name={running.name} />
            </h1>
            <TickingClock turn={running} locale={locale} now={Date.now()} className="big-clock-face" />
          </>
        ) : (
          <Waiting view={view} session={session ?? coming[0] ?? null} isOn={session !== null} />
        )}
        {next && (
          <p className="big-clock-next">
            {m['live.screen.then']()}{' '}
            <strong>
              <PersonName name={next.name} />
            </strong>
          </p>
        )}
      </div>
    </LiveScreen>
  )
}

/** Nobody has the floor: the session that is on or comes next, or why there is none. */
function Waiting({ view, session, isOn }: { view: ScreenView; session: LiveSession | null; isOn: boolean }) {
  const { event, locale } = view
  if (!session) {
    return (
      <>
        <h1 className="big-clock-name">
          <Translated value={event.title} />
        </h1>
        <p className="big-clock-label">{restText(view, locale)}</p>
      </>
    )
  }
  const hours = formatTimes(new Date(session.startsAt), new Date(session.endsAt), event.timeZone, locale)
  return (
    <>
      <p className="big-clock-label figures">
        {!isOn && `${m['public.agenda.next']()} · `}
        {hours}
      </p>
      <h1 className="big-clock-name">
        <Translated value={session.title} />
      </h1>
      {isOn && <p className="big-clock-label">{m['live.screen.nobody']()}</p>}
    </>
  )
}
