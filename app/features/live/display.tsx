import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { QrCode } from '#app/features/registration/qr-code.tsx'
import { m } from '#app/paraglide/messages.js'
import { publicPath } from '#app/shared/http/public-paths.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { formatTime } from '#app/shared/time/format.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { type LiveSession, runningTurn } from './domain/live-state.ts'
import { LiveScreen } from './live-screen.tsx'
import { type ScreenView, screenPage } from './screen-view.server.ts'
import { TickingClock } from './ticking-clock.tsx'

const mostLater = 4
const mostQuestions = 5

/** The display beside the door or on the wall: now, next and later, in both languages together. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const [slug, roomId] = [params.event ?? '', params.room ?? null]
  const path = roomId ? publicPath.liveRoom(locale, slug, roomId) : publicPath.live(locale, slug)
  return screenPage({ slug, roomId, path, locale }, now)
}

export const meta: MetaFunction = () => [
  { title: m['live.desk.display']() },
  { name: 'robots', content: 'noindex' },
]

export default function Display() {
  const view = useLoaderData<typeof loader>() as unknown as ScreenView
  const { moment, event, questions, floor, locale } = view
  const running = moment.now && runningTurn(moment.now)
  return (
    <LiveScreen view={view} screen="display">
      <h1 className="visually-hidden">{m['live.desk.display']()}</h1>
      {!moment.now && !moment.next && <p className="title-l">{m['live.screen.nothing']()}</p>}
      {moment.now && (
        <section className="display-now" aria-labelledby="now">
          <h2 className="label" id="now">
            {inBoth((to) => m['public.agenda.now']({}, to))}
          </h2>
          <SessionName session={moment.now} zone={event.timeZone} view={view} />
          {running && (
            <div className="display-speaking">
              <p className="title-m">{running.name}</p>
              <TickingClock turn={running} locale={locale} now={Date.now()} />
            </div>
          )}
        </section>
      )}
      {moment.next && (
        <section className="display-next" aria-labelledby="next">
          <h2 className="label" id="next">
            {inBoth((to) => m['public.agenda.next']({}, to))}
          </h2>
          <SessionName session={moment.next} zone={event.timeZone} view={view} />
        </section>
      )}
      {moment.later.length > 0 && (
        <section aria-labelledby="later">
          <h2 className="label" id="later">
            {inBoth((to) => m['live.screen.later']({}, to))}
          </h2>
          <ol className="display-later">
            {moment.later.slice(0, mostLater).map((one) => (
              <li key={one.id}>
                <SessionName session={one} zone={event.timeZone} view={view} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {(floor || questions.length > 0) && (
        <section className="display-floor" aria-labelledby="floor">
          <div>
            <h2 className="label" id="floor">
              {inBoth((to) => m['floor.title']({}, to))}
            </h2>
            <ol className="floor-list">
              {questions.slice(0, mostQuestions).map((one) => (
                <li key={one.id}>
                  <p lang={one.lang}>{one.text}</p>
                  <span className="figures small">{m['floor.votes']({ count: one.votes })}</span>
                </li>
              ))}
            </ol>
          </div>
          {floor && (
            <div className="floor-code">
              <QrCode modules={floor.modules} label={m['floor.desk.code']({ address: floor.address })} />
              <p className="small">{floor.address.replace(/^https?:\/\//, '')}</p>
            </div>
          )}
        </section>
      )}
    </LiveScreen>
  )
}

const inBoth = (words: (to: { locale: 'vi' | 'en' }) => string) =>
  locales.map((locale) => words({ locale })).join(' · ')

/** A session's hour and its title in both languages, the reader's first. */
function SessionName({ session, zone, view }: { session: LiveSession; zone: string; view: ScreenView }) {
  const { title, roomId } = session
  const order = [view.locale, ...locales.filter((one) => one !== view.locale)]
  const room = view.room === null && view.rooms.length > 1 && view.rooms.find((one) => one.id === roomId)
  const shown = order.flatMap((locale) => {
    const words = title[locale]
    return words ? [{ locale, words }] : []
  })
  return (
    <div className="display-session">
      <p className="figures soft">
        {formatTime(new Date(session.startsAt), zone, view.locale)}
        {room && ` · ${room.name[view.locale] ?? room.name.vi ?? room.name.en}`}
      </p>
      {shown.map(({ locale, words }, at) => (
        <p key={locale} lang={locale} className={at === 0 ? 'display-title' : 'display-title-other soft'}>
          {words}
        </p>
      ))}
    </div>
  )
}
