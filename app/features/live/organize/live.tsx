import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getLive } from '../domain/live-now.server.ts'
import type { LiveSession, LiveState } from '../domain/live-state.ts'
import { SpokenChart } from './spoken-chart.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['live.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const live = await getLive(event.id, ctx.now)
  return data({ live, zone: event.timeZone })
}

export default function Live() {
  const frame = useEventFrame()
  const { live, zone } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const home = `/organize/events/${frame.slug}`
  const sessions = live.sessions.filter((one) => one.kind !== 'break')
  const day = (one: LiveSession) => formatDay(new Date(one.startsAt), zone, locale)
  const days = [...new Set(sessions.map(day))]
  const spoken = sessions.filter((one) => one.turns.some((turn) => turn.startedAt !== null))
  return (
    <DeskPage
      title={m['live.title']()}
      actions={
        <ButtonLink variant="quiet" href={`${home}/floor`}>
          {m['floor.title']()}
        </ButtonLink>
      }
    >
      <div className="stack loose">
        {sessions.length === 0 ? (
          <EmptyState
            title={m['live.desk.none']()}
            action={<ButtonLink href={`${home}/agenda/publication`}>{m['live.desk.publish']()}</ButtonLink>}
          >
            {m['live.desk.none-next']()}
          </EmptyState>
        ) : (
          <Screens locale={locale} slug={frame.slug} rooms={live.rooms} />
        )}
        {days.map((name) => (
          <section key={name} className="stack" aria-label={name}>
            <h2 className="day">{name}</h2>
            <ol className="moderator-turns">
              {sessions
                .filter((one) => day(one) === name)
                .map((one) => (
                  <li key={one.id} className="stack tight">
                    <p className="small soft">
                      <TimeRange start={one.startsAt} end={one.endsAt} zone={zone} timesOnly withoutReader />
                    </p>
                    <h3 className="title-s">
                      <a className="room-link" href={`${home}/live/${one.id}`}>
                        <Translated value={one.title} />
                      </a>
                    </h3>
                    <p className="cluster small">
                      <RunMark session={one} />
                      <a className="room-link" href={`${home}/live/${one.id}/cues`}>
                        {m['live.cue.title']()}
                      </a>
                    </p>
                  </li>
                ))}
            </ol>
          </section>
        ))}
        {spoken.length > 0 && <SpokenChart sessions={spoken} now={Date.parse(live.at)} />}
      </div>
    </DeskPage>
  )
}

type ScreensProps = { locale: Locale; slug: string; rooms: LiveState['rooms'] }

/** The ways to the screens: of the whole event, and where there are several rooms of each of them. */
function Screens({ locale, slug, rooms }: ScreensProps) {
  const several = rooms.length > 1 ? rooms : []
  return (
    <ul className="stack tight">
      <li className="cluster">
        {several.length > 0 && <strong>{m['live.screen.all-rooms']()}</strong>}
        <a className="room-link" href={publicPath.live(locale, slug)}>
          {m['live.desk.display']()}
        </a>
        <a className="room-link" href={publicPath.liveClock(locale, slug)}>
          {m['live.desk.clock']()}
        </a>
      </li>
      {several.map(({ id, name }) => (
        <li key={id} className="cluster">
          <Translated value={name} as="strong" />
          <a
            className="room-link"
            href={publicPath.liveRoom(locale, slug, id)}
            aria-label={`${m['live.desk.display']()}: ${textIn(name, locale)}`}
          >
            {m['live.desk.display']()}
          </a>
          <a
            className="room-link"
            href={publicPath.liveRoomClock(locale, slug, id)}
            aria-label={`${m['live.desk.clock']()}: ${textIn(name, locale)}`}
          >
            {m['live.desk.clock']()}
          </a>
        </li>
      ))}
    </ul>
  )
}

function RunMark({ session }: { session: LiveSession }) {
  if (session.endedAt) return <StateMark tone="good">{m['live.desk.ended']()}</StateMark>
  if (session.startedAt) return <StateMark tone="calm">{m['live.desk.running']()}</StateMark>
  return <StateMark tone="plain">{m['live.desk.waiting']()}</StateMark>
}
