import type { CSSProperties } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatTime } from '#app/shared/time/format.ts'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { AgendaDay } from './agenda-days.ts'
import type { PublishedAgenda } from './domain/agenda-snapshot.ts'
import { dayGrid } from './grid-days.ts'
import { SessionText } from './session-row.tsx'

type AgendaGridProps = { eventSlug: string; timeZone: string; agenda: PublishedAgenda; day: AgendaDay }

/** One day with its rooms side by side; on a phone one swipes from room to room. Nothing in it needs script. */
export function AgendaGrid({ eventSlug, timeZone, agenda, day }: AgendaGridProps) {
  const locale = getLocale()
  const grid = dayGrid(
    agenda,
    day.slots.flatMap((slot) => slot.sessions),
  )
  const names = new Map(agenda.rooms.map((room) => [room.id, room.name]))
  const rows = grid.stretches.map(({ minutes }) => `minmax(${heightOf(minutes)}rem, auto)`).join(' ')
  const lanes = Math.max(1, ...grid.rooms.map((room) => room.columns.to - 1))
  const style = { '--lanes': lanes, gridTemplateRows: `auto ${rows}` } as CSSProperties
  return (
    <section className="room-grid" aria-label={m['public.agenda.grid-scroll']({ day: day.label })}>
      <ol style={style}>
        {grid.rooms.map(({ id, columns }) => (
          <li
            key={id}
            className="room-grid-head"
            style={{ gridColumn: `${columns.from + 1} / ${columns.to + 1}` }}
          >
            <Translated value={names.get(id) ?? {}} />
          </li>
        ))}
        {grid.stretches.map(({ startsAt }, at) => (
          <li key={startsAt} className="room-grid-hour" style={{ gridRow: at + 2 }} aria-hidden="true">
            {formatTime(new Date(startsAt), timeZone, locale)}
          </li>
        ))}
        {grid.cells.map(({ session, rows: { from, to }, columns }) => (
          <li
            key={session.id}
            className={session.kind === 'break' ? 'room-grid-break' : 'room-grid-session'}
            style={{
              gridRow: `${from + 1} / ${to + 1}`,
              gridColumn: `${columns.from + 1} / ${columns.to + 1}`,
            }}
          >
            <p className="when">
              <TimeRange
                start={session.startsAt}
                end={session.endsAt}
                zone={timeZone}
                timesOnly
                withoutReader
              />
            </p>
            <SessionText eventSlug={eventSlug} agenda={agenda} session={session} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Longer stretches are taller, but no hour of a reception pushes the next session off the page. */
const heightOf = (minutes: number) => Math.min(8, Math.max(1.5, minutes / 12))
