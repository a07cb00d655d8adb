import { useId } from 'react'
import { m } from '#app/paraglide/messages.js'
import { initials } from '../texts/initials.ts'
import { seatRadius, seatsAround } from './geometry.ts'

export type PersonAtTable = { name: string; href?: string | undefined; host?: boolean | undefined }
type PeopleRingProps = { people: readonly PersonAtTable[]; centre: { large: string; small: string } }

const table = { cx: 200, cy: 200, r: 158 }
// Beyond these, seats are too small for a thumb, then for letters: the list below the ring leads on.
const mostLinked = 13
const mostLettered = 18

/** What a seat is called: the letters seen on it first, for who asks for it by voice. */
const seatName = (name: string) => `${initials(name)} · ${name}`

/** The people at the table in order of protocol, clockwise from the top; hosts wear a second ring, all alike. */
export function PeopleRing({ people, centre }: PeopleRingProps) {
  const id = useId()
  const linked = people.length <= mostLinked
  const lettered = people.length <= mostLettered
  const seats = seatsAround(people.length, table)
  const r = seatRadius(people.length, table.r, 0.34, 37)
  const seat = (person: PersonAtTable, at: number) => {
    const { x = 0, y = 0 } = seats[at] ?? {}
    return (
      <>
        <title>{person.name}</title>
        {person.host && <circle className="ring-host" cx={x} cy={y} r={r + Math.max(r * 0.14, 2)} />}
        <circle className={lettered ? 'ring-seat' : 'ring-seat ring-seat-taken'} cx={x} cy={y} r={r} />
        {lettered && (
          <text className="ring-initials" x={x} y={y + r * 0.25} fontSize={Math.min(r * 0.72, 24)}>
            {initials(person.name)}
          </text>
        )}
      </>
    )
  }
  return (
    <div className="people-ring">
      <svg
        className="ring"
        viewBox="0 0 400 400"
        role={linked ? 'group' : 'img'}
        aria-labelledby={`${id}t`}
        aria-describedby={`${id}d`}
      >
        <title id={`${id}t`}>{m['shared.ring.people.title']()}</title>
        <desc id={`${id}d`}>
          {m['shared.ring.people.desc']({ names: people.map(({ name }) => name).join(', ') })}
        </desc>
        <circle className="ring-table" cx="200" cy="200" r={table.r - r - 14} />
        {people.map((person, at) =>
          linked && person.href ? (
            <a key={person.href} href={person.href} aria-label={seatName(person.name)}>
              {seat(person, at)}
            </a>
          ) : (
            <g key={person.href ?? person.name}>{seat(person, at)}</g>
          ),
        )}
        <g className="ring-centre">
          <text x="200" y="206" textAnchor="middle" fontSize="46">
            {centre.large}
          </text>
          <text className="ring-centre-small" x="200" y="234" textAnchor="middle" fontSize="16">
            {centre.small}
          </text>
        </g>
      </svg>
      {people.some(({ host }) => host) && (
        <p className="ring-legend">
          <span>
            <svg viewBox="0 0 18 18" aria-hidden="true">
              <circle className="ring-seat" cx="9" cy="9" r="5" />
              <circle className="ring-host" cx="9" cy="9" r="8.25" />
            </svg>
            {m['shared.ring.hosts']()}
          </span>
        </p>
      )}
    </div>
  )
}
