import { EventList } from '#app/features/events/event-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InitiativeView } from '../initiative-view.server.ts'

type Props = Pick<InitiativeView, 'events' | 'sessions'>

/** What came of it: later events and sessions, each of which leads back here. */
export function CameOf({ events, sessions }: Props) {
  if (events.length + sessions.length === 0) return null
  return (
    <section className="chapter" aria-labelledby="came-of">
      <h2 id="came-of">{m['initiatives.page.came-of']()}</h2>
      {events.length > 0 && <EventList events={events} />}
      {sessions.length > 0 && (
        <div className="stack snug">
          <h3 className="title-s" id="sessions">
            {m['initiatives.page.sessions']()}
          </h3>
          <ul className="stack snug">
            {sessions.map((one) => (
              <li key={one.id}>
                <a href={publicPath.session(getLocale(), one.event.slug, one.slug)}>
                  <Translated value={one.title} />
                </a>
                <p className="small soft">
                  <Translated value={one.event.title} /> ·{' '}
                  {formatDateTime(new Date(one.startsAt), one.event.timeZone, getLocale())}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
