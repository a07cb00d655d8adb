import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { geoArea } from 'd3-geo'
import { feature } from 'topojson-client'
import { type Ring, writeRings } from '../domain/map/outline-code.ts'

/**
 * Writes the outline of the land (`npm run land`) out of Natural Earth, which is in the public domain: coarse for the
 * world, finer for a part of it. Only the files of land are read, in which there is no line between countries; the ice of
 * the south, where no city is, and specks too small to be drawn are left out.
 */
const require = createRequire(import.meta.url)

type Kind = { file: string; unitsInDegree: number; leastArea: number }
const kinds = {
  coarse: { file: 'world-atlas/land-110m.json', unitsInDegree: 10, leastArea: 0 },
  fine: { file: 'world-atlas/land-50m.json', unitsInDegree: 40, leastArea: 0.004 },
} satisfies Record<string, Kind>

const outline = Object.fromEntries(
  Object.entries(kinds).map(([name, { file, unitsInDegree, leastArea }]) => {
    const rings = ringsIn(file)
      .map((ring) => aroundSmallerSide(tidy(ring, unitsInDegree)))
      .filter((ring) => ring.length > 2 && area(ring) >= leastArea && !isSouthernIce(ring))
    const text = writeRings(rings, unitsInDegree)
    console.log(`${name}: ${rings.length} rings, ${text.length} letters`)
    return [name, { unitsInDegree, rings: text }]
  }),
)
const target = fileURLToPath(new URL('../domain/map/land-outline.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(outline, null, 2)}\n`)

function ringsIn(file: string): Ring[] {
  const topology = JSON.parse(readFileSync(require.resolve(file), 'utf8'))
  // A collection of one feature, the land, as the package says of its file.
  const land: { features: { geometry: { coordinates: number[][][][] } }[] } = Object(
    feature(topology, topology.objects.land),
  )
  return land.features
    .flatMap(({ geometry }) => geometry.coordinates)
    .flat()
    .map((ring) => ring.map(([x = 0, y = 0]): [number, number] => [x, y]))
}

/** On the grid of the file, without corners said twice or lying on the way between their neighbours. */
function tidy(ring: Ring, unitsInDegree: number): Ring {
  const round = (value: number) => Math.round(value * unitsInDegree) / unitsInDegree
  const corners = ring
    .map(([x, y]): [number, number] => [round(x), round(y)])
    .filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])
  const [head, last] = [corners[0], corners.at(-1)]
  if (corners.length > 1 && head?.[0] === last?.[0] && head?.[1] === last?.[1]) corners.pop()
  return corners.filter((corner, at) => {
    const [before, after] = [corners.at(at - 1), corners[(at + 1) % corners.length]]
    return !before || !after || !isOnTheWay(before, corner, after)
  })
}

function isOnTheWay(before: [number, number], corner: [number, number], after: [number, number]): boolean {
  const bend =
    (corner[0] - before[0]) * (after[1] - corner[1]) - (corner[1] - before[1]) * (after[0] - corner[0])
  return Math.abs(bend) < 1e-9
}

/** A lake is a ring of its own, which lies on the land around it. */
function aroundSmallerSide(ring: Ring): Ring {
  const closed = [...ring, ...ring.slice(0, 1)]
  const isOutside = geoArea({ type: 'Polygon', coordinates: [closed] }) > 2 * Math.PI
  return isOutside ? [...ring].reverse() : ring
}

function area(ring: Ring): number {
  let sum = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    sum += x * nextY - nextX * y
  }
  return Math.abs(sum / 2)
}

function isSouthernIce(ring: Ring): boolean {
  return ring.every(([, latitude]) => latitude < -60)
}
