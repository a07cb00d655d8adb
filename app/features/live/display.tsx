import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import { DisplayFloor } from './display-floor.tsx'
import { DisplayNow, inBoth, SessionName } from './display-now.tsx'
import { LiveScreen } from './live-screen.tsx'
import { ScreenRest } from './screen-rest.tsx'
import { type ScreenView, screenPage } from './screen-view.server.ts'
import styles from './screens.css?url'

const mostLater = 3

/** The display beside the door or on the wall: now, next and later, in both languages together. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const [slug, roomId] = [params.event ?? '', params.room ?? null]
  const path = roomId ? publicPath.liveRoom(locale, slug, roomId) : publicPath.live(locale, slug)
  return screenPage({ slug, roomId, path, locale }, now)
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

export const meta: MetaFunction = () => [
  { title: m['live.desk.display']() },
  { name: 'robots', content: 'noindex' },
]

export default function Display() {
  const view = useLoaderData() as ScreenView
  const { now, coming, event, room, floor, questions } = view
  const [next, ...later] = coming
  const hasFloor = floor !== null || questions.length > 0
  return (
    <LiveScreen view={view} screen="display">
      <h1 className="visually-hidden">{m['live.desk.display']()}</h1>
      <header className="display-head">
        <p>
          <Translated value={event.title} />
          {room && (
            <>
              {' · '}
              <Translated value={room.name} />
            </>
          )}
        </p>
        <p className="figures" data-hour={event.timeZone} />
      </header>
      {now.length === 0 && !next && <ScreenRest view={view} />}
      {(now.length > 0 || next) && (
        <div className={hasFloor ? 'display-body display-body-floor' : 'display-body'}>
          <DisplayNow view={view} />
          {hasFloor && <DisplayFloor view={view} />}
          <div className="display-coming">
            {now.length > 0 && next && (
              <section className="display-next" aria-labelledby="next">
                <h2 className="label" id="next">
                  {inBoth((to) => m['public.agenda.next']({}, to))}
                </h2>
                <SessionName session={next} view={view} />
              </section>
            )}
            {!hasFloor && later.length > 0 && (
              <section className="display-later" aria-labelledby="later">
                <h2 className="label" id="later">
                  {inBoth((to) => m['live.screen.later']({}, to))}
                </h2>
                <ol>
                  {later.slice(0, mostLater).map((one) => (
                    <li key={one.id}>
                      <SessionName session={one} view={view} />
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        </div>
      )}
    </LiveScreen>
  )
}
