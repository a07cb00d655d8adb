import { geoDistance } from 'd3-geo'

export type Point = { longitude: number; latitude: number }

const earthRadius = 6371

/** How far two places are apart on the globe. */
export function kilometres(a: Point, b: Point): number {
  return geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * earthRadius
}

/**
 * The places in groups: whoever lies nearer than `reach` to one of a group belongs to it. On a map of the world those of a
 * group lie on each other, so that a map of their own shows them.
 */
export function clustersOf<P extends Point>(points: readonly P[], reach: number): P[][] {
  const groups: P[][] = []
  for (const point of points) {
    const near = groups.filter((group) => group.some((other) => kilometres(point, other) < reach))
    const joined = [...near.flat(), point]
    groups.splice(0, groups.length, ...groups.filter((group) => !near.includes(group)), joined)
  }
  // As they came, whatever joined them.
  const place = (point: P) => points.indexOf(point)
  return groups
    .map((group) => group.sort((a, b) => place(a) - place(b)))
    .sort((a, b) => Math.min(...a.map(place)) - Math.min(...b.map(place)))
}

/** The meridian to draw in the middle, so that the seam of the map runs where there is no place. */
export function middleMeridian(points: readonly Point[]): number {
  const sorted = points.map(({ longitude }) => longitude).sort((a, b) => a - b)
  if (sorted.length === 0) return 0
  let [widest, start] = [-1, 0]
  for (const [at, longitude] of sorted.entries()) {
    const next = sorted[at + 1] ?? (sorted[0] ?? 0) + 360
    if (next - longitude > widest) [widest, start] = [next - longitude, next]
  }
  const span = 360 - widest
  return wrapped(start + span / 2)
}

function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180
}
