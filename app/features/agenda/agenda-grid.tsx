import type { CSSProperties } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { formatTime } from '#app/shared/time/format.ts'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { AgendaDay } from './agenda-days.ts'
import type { PublishedAgenda } from './domain/agenda-snapshot.ts'
import { type DayGrid, dayGrid } from './grid-days.ts'
import { SessionText } from './session-row.tsx'

type AgendaGridProps = {
  eventSlug: string
  timeZone: string
  agenda: PublishedAgenda
  day: AgendaDay
  /** Where rooms without a venue of their own are. */
  mainVenue: TranslatedText | null
}

/** One day with its rooms side by side, under their houses where there are several; on a phone one swipes from room to room. Nothing in it needs script. */
export function AgendaGrid({ eventSlug, timeZone, agenda, day, mainVenue }: AgendaGridProps) {
  const locale = getLocale()
  const grid = dayGrid(
    agenda,
    day.slots.flatMap((slot) => slot.sessions),
    mainVenue,
  )
  const names = new Map(agenda.rooms.map((room) => [room.id, room.name]))
  const rows = grid.stretches
    .map((one) => `minmax(calc(${heightOf(one).toFixed(2)} * var(--unit)), auto)`)
    .join(' ')
  const lanes = Math.max(1, ...grid.rooms.map((room) => room.columns.to - 1))
  // The lines above the first hour: the rooms, and their houses.
  const heads = grid.houses.length > 0 ? 2 : 1
  const style = {
    '--lanes': lanes,
    ...(lanes > 4 && { '--lane': '10rem' }),
    gridTemplateRows: `repeat(${heads}, auto) ${rows}`,
  } as CSSProperties
  return (
    <section className="room-grid" aria-label={m['public.agenda.grid-scroll']({ day: day.label })}>
      <ol style={style}>
        {grid.houses.map(({ name, columns }) => (
          <li
            key={columns.from}
            className="room-grid-house"
            style={{ gridColumn: `${columns.from + 1} / ${columns.to + 1}` }}
          >
            <span>{name ? <Translated value={name} /> : m['public.agenda.other-house']()}</span>
          </li>
        ))}
        {grid.rooms.map(({ id, columns }) => (
          <li
            key={id}
            className="room-grid-head"
            style={{ gridRow: heads, gridColumn: `${columns.from + 1} / ${columns.to + 1}` }}
          >
            <Translated value={names.get(id) ?? {}} />
          </li>
        ))}
        {grid.stretches.map(
          ({ startsAt, isBeginning }, at) =>
            isBeginning && (
              <li
                key={startsAt}
                className="room-grid-hour"
                style={{ gridRow: at + heads + 1 }}
                aria-hidden="true"
              >
                {formatTime(new Date(startsAt), timeZone, locale)}
              </li>
            ),
        )}
        {grid.cells.map(({ session, rows: { from, to }, columns }) => (
          <li
            key={session.id}
            className={session.kind === 'break' ? 'room-grid-break' : 'room-grid-session'}
            style={{
              gridRow: `${from + heads} / ${to + heads}`,
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
const heightOf = ({ minutes, isBeginning }: DayGrid['stretches'][number]) =>
  Math.min(8, Math.max(isBeginning ? 1.5 : 0.25, minutes / 12))
