import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'

type NowNextProps = {
  event: { slug: string; timeZone: string }
  agenda: PublishedAgenda
  moment: { now: PublishedSession[]; next: PublishedSession[] }
  /** Who has the floor, where the live room says so. */
  speaking?: readonly { sessionId: string; name: string }[]
}

/** What runs now and what begins next, by the server's clock: the page is made anew when a session begins or ends. */
export function NowNext({ event, agenda, moment, speaking = [] }: NowNextProps) {
  const parts = (['now', 'next'] as const).filter((part) => moment[part].length > 0)
  return (
    <section className="now-next" aria-label={m['public.agenda.now-next']()}>
      {parts.map((part) => (
        <div key={part} className={`now-next-part now-next-${part}`}>
          <h2 className="label">{part === 'now' ? m['public.agenda.now']() : m['public.agenda.next']()}</h2>
          <ul>
            {moment[part].map((session) => (
              <NowSession
                key={session.id}
                event={event}
                agenda={agenda}
                session={session}
                speaker={speaking.find((one) => one.sessionId === session.id)?.name}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function NowSession({
  event,
  agenda,
  session,
  speaker,
}: Omit<NowNextProps, 'moment' | 'speaking'> & { session: PublishedSession; speaker: string | undefined }) {
  const locale = getLocale()
  const room = agenda.rooms.length > 1 && agenda.rooms.find((one) => one.id === session.roomId)
  return (
    <li>
      {session.kind === 'break' ? (
        <Translated value={session.title} />
      ) : (
        <a href={publicPath.session(locale, event.slug, session.slug)}>
          <Translated value={session.title} />
        </a>
      )}
      <span className="small soft">
        <TimeRange
          start={session.startsAt}
          end={session.endsAt}
          zone={event.timeZone}
          timesOnly
          withoutReader
        />
        {room && ` · ${textIn(room.name, locale)}`}
      </span>
      {speaker && <span className="small">{m['live.screen.speaks']({ name: speaker })}</span>}
    </li>
  )
}
