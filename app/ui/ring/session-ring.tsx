import { useId } from 'react'
import { m } from '#app/paraglide/messages.js'
import { pointAt, round, seatRadius } from './geometry.ts'

type SessionRingProps = {
  /** Everybody at the event's table, in order of protocol. */
  people: readonly { id: string; name: string }[]
  /** Who takes part in this session. */
  speaking: readonly string[]
  size?: string
}

const table = { cx: 32, cy: 32, r: 26 }
const around = 2 * Math.PI * table.r

/** The event's table, small: the seats of those who speak in one session are filled. */
export function SessionRing({ people, speaking, size }: SessionRingProps) {
  const id = useId()
  const lit = litSeats(people, speaking)
  if (lit.length === 0) return null
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
      <desc id={`${id}d`}>
        {m['shared.ring.session.desc']({ names: lit.map(({ name }) => name).join(', ') })}
      </desc>
      <circle className="ring-table" cx="32" cy="32" r="15" />
      <FreeSeats count={people.length} r={r * 0.62} />
      {lit.map(({ at }) => {
        const { x, y } = pointAt(table, at / people.length)
        return (
          <circle key={at} className="ring-seat ring-seat-lit" cx={x} cy={y} r={round(Math.max(r, 2.75))} />
        )
      })}
    </svg>
  )
}

const seats = new WeakMap<SessionRingProps['people'], Map<string, number>>()

/** The seats of those who speak, in the order of the table. An agenda asks the same table hundreds of times. */
function litSeats(people: SessionRingProps['people'], speaking: readonly string[]) {
  const seatOf = seats.get(people) ?? new Map(people.map(({ id }, at) => [id, at]))
  seats.set(people, seatOf)
  const places = [...new Set(speaking)].flatMap((id) => seatOf.get(id) ?? []).sort((a, b) => a - b)
  return places.map((at) => ({ at, name: people[at]?.name ?? '' }))
}

/** All seats in two strokes of dots, however many there are: an agenda draws hundreds of tables. */
function FreeSeats({ count, r }: { count: number; r: number }) {
  const dots = { cx: table.cx, cy: table.cy, r: table.r, transform: 'rotate(-90 32 32)' }
  const strokeDasharray = `0 ${around / count}`
  const inside = round(2 * r - 1.75)
  return (
    <>
      <circle
        {...dots}
        className="ring-dots"
        strokeDasharray={strokeDasharray}
        strokeWidth={round(2 * r + 1.75)}
      />
      {inside > 0 && (
        <circle
          {...dots}
          className="ring-dots ring-dots-free"
          strokeDasharray={strokeDasharray}
          strokeWidth={inside}
        />
      )}
    </>
  )
}
