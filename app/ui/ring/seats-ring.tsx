import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { arcPath, filledSeats, seatRadius, seatsAround } from './geometry.ts'

type SeatsRingProps = { taken: number; capacity: number; children?: ReactNode }

const table = { cx: 60, cy: 60, r: 50 }
const mostSeats = 60

/** The table as it fills. The words beside it say the same, so the drawing is not read out. */
export function SeatsRing({ taken, capacity, children }: SeatsRingProps) {
  const n = Math.min(Math.max(capacity, 3), mostSeats)
  const filled = filledSeats(taken, capacity, n)
  const r = seatRadius(n, table.r, 0.3, 8)
  const left = Math.max(capacity - taken, 0)
  const locale = getLocale()
  return (
    <div className="seats">
      <svg className="ring" viewBox="0 0 120 120" aria-hidden="true">
        <circle className="ring-table" cx="60" cy="60" r="34" />
        <path
          className="ring-progress"
          d={arcPath({ ...table, r: 34 }, 0, capacity > 0 ? taken / capacity : 0)}
        />
        {seatsAround(n, table).map((seat, at) => (
          <circle
            key={seat.angle}
            className={`ring-seat ${at < filled ? 'ring-seat-taken' : 'ring-seat-free'}`}
            cx={seat.x}
            cy={seat.y}
            r={r}
          />
        ))}
      </svg>
      <p className="seats-words">
        <span className="seats-count">
          {left > 0 ? m['shared.seats.left']({ left }) : m['shared.seats.full']()}
        </span>
        <span className="faint">
          {m['shared.seats.taken']({
            taken: formatCount(taken, locale),
            capacity: formatCount(capacity, locale),
          })}
        </span>
        {children && <span className="small soft">{children}</span>}
      </p>
    </div>
  )
}
