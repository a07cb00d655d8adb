import { TimeRange } from '#app/ui/time-range.tsx'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import type { AgendaDay, AgendaSlot } from './agenda-days.ts'
import { SessionWho, SessionWords } from './session-row.tsx'

type ProgrammeProps = { eventSlug: string; timeZone: string; agenda: PublishedAgenda; day: AgendaDay }

/** One day as in a programme book: the hour in the margin, what begins together side by side. */
export function Programme({ day, ...rest }: ProgrammeProps) {
  return (
    <ol className="programme">
      {day.slots.map((slot) => (
        <Slot key={slot.startsAt} slot={slot} {...rest} />
      ))}
    </ol>
  )
}

function Slot({ slot, eventSlug, timeZone, agenda }: Omit<ProgrammeProps, 'day'> & { slot: AgendaSlot }) {
  const [only] = slot.sessions
  if (slot.sessions.length === 1 && only) {
    return (
      <li className={only.kind === 'break' ? 'break' : undefined}>
        <p className="when">
          <TimeRange start={only.startsAt} end={only.endsAt} zone={timeZone} timesOnly />
        </p>
        <SessionWords eventSlug={eventSlug} agenda={agenda} session={only} />
        <SessionWho agenda={agenda} session={only} />
      </li>
    )
  }
  const ends = slot.sessions.map((session) => session.endsAt).sort()
  const endTogether = ends[0] === ends.at(-1)
  return (
    <li>
      <p className="when">
        <TimeRange start={slot.startsAt} end={ends.at(-1) ?? slot.startsAt} zone={timeZone} timesOnly />
      </p>
      <ul className="parallel">
        {slot.sessions.map((session) => (
          <li key={session.id} className={session.kind === 'break' ? 'break' : undefined}>
            {!endTogether && (
              <p className="own-hours">
                <TimeRange start={session.startsAt} end={session.endsAt} zone={timeZone} timesOnly />
              </p>
            )}
            <SessionWords eventSlug={eventSlug} agenda={agenda} session={session} />
            <SessionWho agenda={agenda} session={session} />
          </li>
        ))}
      </ul>
    </li>
  )
}
