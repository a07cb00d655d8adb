import outline from './land-outline.json'
import { type Ring, readRings } from './outline-code.ts'

/** The land of the world, or with more corners for a part of it; between countries there is no line in either. */
export type Detail = keyof typeof outline

type Ground = { type: 'Polygon'; coordinates: Ring[] }
const read = new Map<Detail, Ground[]>()

/** Each piece of land, and each lake that lies on one. */
export function landOf(detail: Detail): Ground[] {
  const known = read.get(detail)
  if (known) return known
  const { unitsInDegree, rings } = outline[detail]
  const grounds = readRings(rings, unitsInDegree).map(groundOf)
  read.set(detail, grounds)
  return grounds
}

function groundOf(ring: Ring): Ground {
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] }
}

/** Islands too small for any outline of this size, which a map of these waters does not leave out. */
export const islands = {
  'hoang-sa': [
    [112.33, 16.83],
    [111.6, 16.5],
    [112.73, 16.67],
    [111.2, 15.78],
  ],
  'truong-sa': [
    [111.92, 8.64],
    [112.92, 7.89],
    [114.33, 9.89],
    [114.36, 10.18],
    [114.33, 11.43],
  ],
} as const
export type Islands = keyof typeof islands
