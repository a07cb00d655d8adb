import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import type { AgendaDay, AgendaSlot } from './agenda-days.ts'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'
import { besideEach } from './grid-days.ts'
import { SessionText, SessionWho } from './session-row.tsx'

type ProgrammeProps = {
  eventSlug: string
  timeZone: string
  agenda: PublishedAgenda
  day: AgendaDay
  /** Gives each session an address on its page: `<anchor>-<slug>`. */
  anchor?: string
  /** What the reader can do with a session, below its words. */
  actions?: (session: PublishedSession) => ReactNode
}

/** One day as in a programme book: the hour in the margin, what begins together side by side. */
export function Programme({ day, ...rest }: ProgrammeProps) {
  const beside = besideEach(day.slots.flatMap((slot) => slot.sessions))
  return (
    <ol className="programme">
      {day.slots.map((slot) => (
        <Slot key={slot.startsAt} slot={slot} beside={beside} {...rest} />
      ))}
    </ol>
  )
}

type SlotProps = Omit<ProgrammeProps, 'day'> & {
  slot: AgendaSlot
  beside: ReadonlyMap<string, PublishedSession[]>
}

function Slot({ slot, beside, eventSlug, timeZone, agenda, anchor, actions }: SlotProps) {
  const idOf = ({ slug }: PublishedSession) => (anchor ? `${anchor}-${slug}` : undefined)
  const [only] = slot.sessions
  if (slot.sessions.length === 1 && only) {
    return (
      <li id={idOf(only)} className={only.kind === 'break' ? 'break' : undefined}>
        <p className="when">
          <TimeRange start={only.startsAt} end={only.endsAt} zone={timeZone} timesOnly />
        </p>
        <SessionText eventSlug={eventSlug} agenda={agenda} session={only}>
          <Beside sessions={beside.get(only.id) ?? []} />
          {actions?.(only)}
        </SessionText>
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
          <li key={session.id} id={idOf(session)} className={session.kind === 'break' ? 'break' : undefined}>
            {!endTogether && (
              <p className="own-hours">
                <TimeRange start={session.startsAt} end={session.endsAt} zone={timeZone} timesOnly />
              </p>
            )}
            <SessionText eventSlug={eventSlug} agenda={agenda} session={session}>
              <Beside sessions={beside.get(session.id) ?? []} />
              {actions?.(session)}
            </SessionText>
            <SessionWho agenda={agenda} session={session} />
          </li>
        ))}
      </ul>
    </li>
  )
}

/** What runs at the same time in another row: a list by hours hides it. */
function Beside({ sessions }: { sessions: readonly PublishedSession[] }) {
  if (sessions.length === 0) return null
  const titles = sessions.map((one) => textIn(one.title, getLocale())).join('; ')
  return <p className="faint">{m['public.agenda.beside']({ titles })}</p>
}
