import type { ReactNode } from 'react'

type Props = { modules: boolean[][]; label: string; children?: ReactNode }

/** A QR code as one path of unit squares, and what stands below it; `modules` are the rows of the code, dark is true. */
export function QrCode({ modules, label, children }: Props) {
  const size = modules.length
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <div className="ticket-code">
      {/* Black on white in every theme: scanners want it so. */}
      <svg
        viewBox={`-2 -2 ${size + 4} ${size + 4}`}
        role="img"
        aria-label={label}
        shapeRendering="crispEdges"
      >
        <rect x="-2" y="-2" width={size + 4} height={size + 4} fill="#fff" />
        <path d={squares.join('')} fill="#000" />
      </svg>
      {children}
    </div>
  )
}
