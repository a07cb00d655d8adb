import { memo } from 'react'
import type { DraftSession } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { read } from '#app/shared/i18n/translated-text.ts'
import { Icon } from '#app/ui/icon.tsx'
import { seatsAround } from '#app/ui/ring/geometry.ts'

type SessionBlockProps = {
  session: DraftSession
  href: string
  /** The time as it is read. */
  times: string
  room: string
  names: string
  /** How many take part. */
  people: number
  colour: string | null
  clashes: boolean
  /** One of several that a gesture takes together. */
  chosen: boolean
  /** Its place in the grid; none in the tray. */
  place?:
    | { top: number; minutes: number; column: number; columns: number; lane: number; lanes: number }
    | undefined
}

/** A session as a thing to take: a link that opens it, moved by pointer or keys. */
export const SessionBlock = memo(function SessionBlock(props: SessionBlockProps) {
  const { session, href, times, room, names, people, colour, clashes, chosen, place } = props
  const { text, lang } = read(session.title, getLocale())
  return (
    <li className="block-item" style={place && itemStyle(place)}>
      <a
        className="session-block"
        href={href}
        draggable={false}
        data-block=""
        data-session={session.id}
        data-kind={session.kind}
        data-starts={session.startsAt ? Date.parse(session.startsAt) : undefined}
        data-column={place?.column}
        data-clash={clashes || undefined}
        data-chosen={chosen || undefined}
        style={colour ? ({ '--track': colour } as React.CSSProperties) : undefined}
      >
        <span className="block-times figures">{times}</span>
        <span className="block-title" lang={lang === getLocale() ? undefined : lang}>
          {text}
        </span>
        {chosen && <span className="visually-hidden">, {m['editor.block.chosen']()}</span>}
        {room && <span className="visually-hidden">, {room}</span>}
        {names && <span className="block-names">{names}</span>}
        {place && people > 0 && <BlockRing people={people} />}
        {clashes && (
          <span className="block-clash">
            <Icon name="alert" />
            <span className="visually-hidden">{m['editor.block.clash']()}</span>
          </span>
        )}
        {place && <span className="block-end" data-end="" aria-hidden="true" />}
      </a>
    </li>
  )
}, sameBlock)

const table = { cx: 14, cy: 14, r: 10.5 }

/** The table of this session: a seat for each who takes part. */
function BlockRing({ people }: { people: number }) {
  return (
    <svg className="block-ring" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <circle cx="14" cy="14" r="6" stroke="currentColor" strokeWidth="1.25" />
      {seatsAround(people, table).map((seat) => (
        <circle key={seat.angle} cx={seat.x} cy={seat.y} r={people > 12 ? 1.4 : 2} fill="currentColor" />
      ))}
    </svg>
  )
}

function sameBlock(a: SessionBlockProps, b: SessionBlockProps): boolean {
  const { place: before, ...old } = a
  const { place: after, ...now } = b
  const same = <T extends object>(one: T | undefined, other: T | undefined) =>
    one === other ||
    (one !== undefined &&
      other !== undefined &&
      (Object.keys(other) as (keyof T)[]).every((key) => one[key] === other[key]))
  return same(before, after) && same(old, now)
}

function itemStyle({ top, minutes, column, columns, lane, lanes }: NonNullable<SessionBlockProps['place']>) {
  const width = 100 / columns
  return {
    top: `calc(var(--minute) * ${top})`,
    height: `calc(var(--minute) * ${minutes})`,
    left: `${(column + lane / lanes) * width}%`,
    width: `${width / lanes}%`,
  }
}
