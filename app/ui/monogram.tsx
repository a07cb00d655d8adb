import type { CSSProperties } from 'react'
import { arcPath } from './ring/geometry.ts'
import { initials, pickFor } from './texts/initials.ts'

const tints = ['6%', '11%', '16%', '21%', '27%'] as const

/** A portrait without a photo: initials on the table's ring. The name stands beside it, so it is not read out. */
export function Monogram({ name, size }: { name: string; size?: string }) {
  const letters = initials(name)
  const share = pickFor(name, 8) / 8
  const style = {
    '--tint': tints[pickFor(`${name}!`, tints.length)],
    ...(size && { '--size': size }),
  } as CSSProperties
  return (
    <svg className="monogram" viewBox="0 0 64 64" style={style} aria-hidden="true">
      <circle className="monogram-face" cx="32" cy="32" r="26" />
      <circle className="monogram-track" cx="32" cy="32" r="29.5" />
      <path className="monogram-arc" d={arcPath({ cx: 32, cy: 32, r: 29.5 }, share, share + 0.2)} />
      <text x="32" y="39.5" fontSize={letters.length > 2 ? 18 : 21}>
        {letters}
      </text>
    </svg>
  )
}
