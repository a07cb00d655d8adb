export type Circle = { cx: number; cy: number; r: number }
export type Point = { x: number; y: number }
export type Seat = Point & { angle: number; side: 'start' | 'middle' | 'end' }

/** Two decimals: enough for a screen, short in the page. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

/** The point at `share` of a full circle, clockwise from the top. */
export function pointAt({ cx, cy, r }: Circle, share: number): Point {
  const angle = share * 2 * Math.PI
  return { x: round(cx + r * Math.sin(angle)), y: round(cy - r * Math.cos(angle)) }
}

/** n seats around a table, the first at the top, clockwise; `side` is where a label beside the seat is anchored. */
export function seatsAround(n: number, circle: Circle): Seat[] {
  return Array.from({ length: n }, (_, at) => {
    const share = at / n
    const across = Math.sin(share * 2 * Math.PI)
    const side = across > 0.2 ? 'start' : across < -0.2 ? 'end' : 'middle'
    return { ...pointAt(circle, share), angle: round(share * 360), side }
  })
}

/** The largest seat that leaves `gap` of a seat's width free between neighbours, and never more than `most`. */
export function seatRadius(n: number, r: number, gap = 0.28, most = r * 0.24): number {
  if (n < 2) return round(most)
  const chord = 2 * r * Math.sin(Math.PI / n)
  return round(Math.min(most, chord / (2 + 2 * gap)))
}

/** An SVG path along the circle between two points; a whole one is drawn as two halves. */
export function arcPath(circle: Circle, from: number, to: number): string {
  const share = Math.min(Math.max(to - from, 0), 1)
  if (share === 0) return ''
  const start = pointAt(circle, from)
  const r = round(circle.r)
  if (share === 1) {
    const half = pointAt(circle, from + 0.5)
    return `M${start.x} ${start.y}A${r} ${r} 0 0 1 ${half.x} ${half.y}A${r} ${r} 0 0 1 ${start.x} ${start.y}`
  }
  const end = pointAt(circle, from + share)
  return `M${start.x} ${start.y}A${r} ${r} 0 ${share > 0.5 ? 1 : 0} 1 ${end.x} ${end.y}`
}

/** How many of n drawn seats are full when `taken` of `capacity` are: never full or empty before it is so. */
export function filledSeats(taken: number, capacity: number, n: number): number {
  if (capacity <= 0 || taken <= 0) return 0
  if (taken >= capacity) return n
  return Math.min(Math.max(Math.round((taken / capacity) * n), 1), n - 1)
}
