import { useId } from 'react'
import { m } from '#app/paraglide/messages.js'
import { initials } from '../texts/initials.ts'
import { round, seatsAround } from './geometry.ts'
import { nameLines } from './name-lines.ts'

export type PersonAtTable = {
  name: string
  portraitId?: string | null | undefined
  href?: string | undefined
  host?: boolean | undefined
}
type PeopleRingProps = { people: readonly PersonAtTable[]; centre: { large: string; small: string } }

const table = { cx: 190, cy: 172, r: 136 }
/** What two lines of a name take below a seat. */
const nameHeight = 48
/** With more, a name has no room of its own beside its seat: a list says it better. */
export const mostNamedSeats = 12

/** The people at the table in order of protocol, clockwise from the top, each with face or initials and name; hosts wear a second ring. */
export function PeopleRing({ people, centre }: PeopleRingProps) {
  const id = useId()
  const seats = seatsAround(people.length, table)
  const r = round(Math.min((chordOf(people.length) - nameHeight) / 2, 31))
  const isLinked = people.some(({ href }) => href)
  return (
    <div className="people-ring">
      <svg
        className="ring"
        viewBox="0 0 380 386"
        role={isLinked ? 'group' : 'img'}
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}d`}
      >
        <title id={`${id}t`}>{m['shared.ring.people.title']()}</title>
        <desc id={`${id}d`}>
          {m['shared.ring.people.desc']({ names: people.map(({ name }) => name).join(', ') })}
        </desc>
        <clipPath id={`${id}c`} clipPathUnits="objectBoundingBox">
          <circle cx="0.5" cy="0.5" r="0.5" />
        </clipPath>
        <circle className="ring-table" cx={table.cx} cy={table.cy} r={table.r - r - 38} />
        {people.map((person, at) => {
          const { x = 0, y = 0 } = seats[at] ?? {}
          const seat = { person, at: { x, y }, r, room: roomOf(people.length), clip: `${id}c` }
          return person.href ? (
            <a key={person.href} href={person.href}>
              <Seat {...seat} />
            </a>
          ) : (
            <g key={person.name}>
              <Seat {...seat} />
            </g>
          )
        })}
        <g className="ring-centre">
          <text x={table.cx} y={table.cy + 4} textAnchor="middle" fontSize="38">
            {centre.large}
          </text>
          <text
            className="ring-centre-small"
            x={table.cx}
            y={table.cy + 30}
            textAnchor="middle"
            fontSize="15"
          >
            {centre.small}
          </text>
        </g>
      </svg>
      {people.some(({ host }) => host) && <Legend />}
    </div>
  )
}

/** From one seat to the next. */
const chordOf = (count: number) => 2 * table.r * Math.sin(Math.PI / Math.max(count, 3))
/** How wide a name may be before it meets the next one or the edge. */
const roomOf = (count: number) => Math.min(chordOf(count), 108) - 12

type SeatProps = {
  person: PersonAtTable
  at: { x: number; y: number }
  r: number
  room: number
  clip: string
}

function Seat({ person: { name, portraitId, host }, at: { x, y }, r, room, clip }: SeatProps) {
  const { lines, size } = nameLines(name, room)
  return (
    <>
      {host && <circle className="ring-host" cx={x} cy={y} r={round(r + Math.max(r * 0.14, 3))} />}
      <circle className="ring-seat" cx={x} cy={y} r={r} />
      {portraitId ? (
        <image
          href={`/portraits/${portraitId}/96.webp`}
          x={round(x - r + 1)}
          y={round(y - r + 1)}
          width={round(2 * r - 2)}
          height={round(2 * r - 2)}
          clipPath={`url(#${clip})`}
        />
      ) : (
        <text
          className="ring-initials"
          x={x}
          y={round(y + r * 0.25)}
          fontSize={round(Math.min(r * 0.72, 22))}
        >
          {`${initials(name)} `}
        </text>
      )}
      <text className="ring-name" x={x} y={round(y + r + size + 5)} fontSize={size} textAnchor="middle">
        {lines.map((line, row) => (
          <tspan key={line} x={x} dy={row === 0 ? 0 : size * 1.2}>
            {row < lines.length - 1 && !line.endsWith('-') ? `${line} ` : line}
          </tspan>
        ))}
      </text>
    </>
  )
}

function Legend() {
  return (
    <p className="ring-legend">
      <span>
        <svg viewBox="0 0 18 18" aria-hidden="true">
          <circle className="ring-seat" cx="9" cy="9" r="5" />
          <circle className="ring-host" cx="9" cy="9" r="8.25" />
        </svg>
        {m['shared.ring.hosts']()}
      </span>
    </p>
  )
}
