import { useId } from 'react'
import { m } from '#app/paraglide/messages.js'
import { seatRadius, seatsAround } from './geometry.ts'

type SessionRingProps = {
  /** Everybody at the event's table, in order of protocol. */
  people: readonly { id: string; name: string }[]
  /** Who takes part in this session. */
  speaking: readonly string[]
  size?: string
}

const table = { cx: 32, cy: 32, r: 26 }

/** The event's table, small: the seats of those who speak in one session are filled. */
export function SessionRing({ people, speaking, size }: SessionRingProps) {
  const id = useId()
  const names = people.filter((person) => speaking.includes(person.id)).map(({ name }) => name)
  if (names.length === 0) return null
  const r = seatRadius(people.length, table.r, 0.3, 5.5)
  return (
    <svg
      className="session-ring ring"
      viewBox="0 0 64 64"
      role="img"
      aria-labelledby={`${id}t ${id}d`}
      style={size ? ({ '--size': size } as React.CSSProperties) : undefined}
    >
      <title id={`${id}t`}>{m['shared.ring.session.title']()}</title>
      <desc id={`${id}d`}>{m['shared.ring.session.desc']({ names: names.join(', ') })}</desc>
      <circle className="ring-table" cx="32" cy="32" r="15" />
      {seatsAround(people.length, table).map((seat, at) => {
        const speaks = speaking.includes(people[at]?.id ?? '')
        return (
          <circle
            key={seat.angle}
            className={`ring-seat ${speaks ? 'ring-seat-lit' : 'ring-seat-free'}`}
            cx={seat.x}
            cy={seat.y}
            r={speaks ? Math.max(r, 2.75) : r * 0.62}
          />
        )
      })}
    </svg>
  )
}
