import type { PublicEvent } from '#app/features/events/domain/events.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { agendaDays } from './agenda-days.ts'
import type { PublishedAgenda } from './domain/agenda-snapshot.ts'
import { Programme } from './programme.tsx'

const shown = 4

/** The first sessions of an event that are more than breaks, and the way to the whole programme. */
export function AgendaTeaser({ event, agenda }: { event: PublicEvent; agenda: PublishedAgenda }) {
  const locale = getLocale()
  const first = agenda.sessions.filter((session) => session.kind !== 'break').slice(0, shown)
  return (
    <section className="chapter" aria-labelledby="programme">
      <h2 id="programme">{m['public.agenda.title']()}</h2>
      <div className="stack loose">
        {agendaDays(first, event.timeZone, locale).map((day) => (
          <div key={day.id} className="stack snug">
            <p className="label">{day.label}</p>
            <Programme eventSlug={event.slug} timeZone={event.timeZone} agenda={agenda} day={day} />
          </div>
        ))}
        <p>
          <a className="onward" href={publicPath.agenda(locale, event.slug)}>
            {m['public.agenda.whole']()}
          </a>
        </p>
      </div>
    </section>
  )
}
