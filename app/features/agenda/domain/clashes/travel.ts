/** A place that one travels to or from; without coordinates only its identity counts. */
export type Place = { id: string; latitude: number | null; longitude: number | null }

const metresPerMinute = 350
const leaving = 10
const unknown = 30

/**
 * Minutes to allow from one place to another: none within a place, else ten to leave and arrive and the way at a city's
 * pace (about 20 km/h in a straight line); half an hour when a place is not on the map.
 */
export function travelMinutes(from: Place | null, to: Place | null): number {
  if (!from || !to || from.id === to.id) return 0
  const metres = distance(from, to)
  return metres === null ? unknown : leaving + Math.ceil(metres / metresPerMinute)
}

/** Metres along the great circle (haversine), or null when a place has no coordinates. */
function distance(from: Place, to: Place): number | null {
  const [a, b, c, d] = [from.latitude, from.longitude, to.latitude, to.longitude].map((degrees) =>
    degrees === null ? null : (degrees * Math.PI) / 180,
  )
  if (a == null || b == null || c == null || d == null) return null
  const half = Math.sin((c - a) / 2) ** 2 + Math.cos(a) * Math.cos(c) * Math.sin((d - b) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half))
}
