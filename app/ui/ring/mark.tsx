import { seatsAround } from './geometry.ts'

const seats = seatsAround(8, { cx: 20, cy: 20, r: 14.5 })

/** The sign of Bàn Tròn: eight seats around a table, one of them speaking. */
export function RingMark() {
  return (
    <svg className="mark-ring" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="7" strokeWidth="2.25" />
      {seats.map((seat, at) => (
        <circle
          key={seat.angle}
          className={at === 1 ? 'mark-lit' : 'mark-seat'}
          cx={seat.x}
          cy={seat.y}
          r={at === 1 ? 4.25 : 3}
        />
      ))}
    </svg>
  )
}
