import type { OwnSessionNow } from '#app/features/live/domain/own-day.ts'
import { m } from '#app/paraglide/messages.js'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'

type SpeakingTodayProps = {
  event: { slug: string; timeZone: string }
  today: { sessions: OwnSessionNow[]; revision: number; personId: string }
  /** The address of this page, from which the region is asked for anew. */
  path: string
}

/** How the speaker's own sessions stand while the event runs; it follows the live room by itself. */
export function SpeakingToday({ event, today, path }: SpeakingTodayProps) {
  if (today.sessions.length === 0) return null
  return (
    <section className="stack snug" aria-labelledby="today">
      <h2 className="title-m" id="today">
        {m['live.today.title']()}
      </h2>
      <div data-live={event.slug} data-live-src={path} data-live-revision={today.revision}>
        <ul className="stack snug">
          {today.sessions.map((one) => (
            <li key={one.id}>
              <strong>
                <TimeRange
                  start={one.startsAt}
                  end={one.endsAt}
                  zone={event.timeZone}
                  timesOnly
                  withoutReader
                />
              </strong>{' '}
              <Translated value={one.title} />
              <br />
              {stateText(one, today.personId)}
              {one.late > 0 && ` ${m['live.today.late']({ count: one.late })}`}
            </li>
          ))}
        </ul>
      </div>
      <script src="/live.js" defer />
    </section>
  )
}

function stateText({ state, speaking }: OwnSessionNow, personId: string): string {
  if (state === 'over') return m['live.today.over']()
  if (state === 'waiting') return m['live.today.waiting']()
  if (speaking?.personId === personId) return m['live.today.turn']()
  return speaking ? m['live.today.speaking']({ name: speaking.name }) : m['live.today.running']()
}
