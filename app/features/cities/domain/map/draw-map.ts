import { type GeoProjection, geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { CityRole } from '#app/shared/vocabulary.ts'
import { clustersOf, middleMeridian, type Point } from './clusters.ts'
import { type Detail, type Islands, islands, landOf } from './land.ts'
import { LandPath } from './land-path.ts'
import { type Box, placeLabels } from './place-labels.ts'
import { textWidth } from './text-width.ts'

/** A city as a map draws it. */
export type Pinned = Point & { key: string; name: string; sign: Sign }
/** What stands at a point: a city by its role, or several of them. */
export type Sign = CityRole | 'several'

/** One point of a map: a city, or several that only a map of their own tells apart. */
export type Mark = {
  keys: string[]
  text: string
  sign: Sign
  x: number
  y: number
  /** Where its name stands; null where no place was free: the list names it. */
  label: Box | null
}
export type IslandMark = { key: Islands; dots: [number, number][]; label: Box | null }
/** One size of a map: its own places for the names, over the same land. */
export type Sheet = { width: number; height: number; scale: number; marks: Mark[]; islands: IslandMark[] }
export type Drawing = { land: string; sheets: Sheet[] }
/** The map of all, and a map for each group of cities that lie on each other there. */
export type CityMap = { whole: Drawing; parts: { keys: string[]; drawing: Drawing }[] }

const base = 1000
const textSize = 14
const lineHeight = 24
const distances = { dot: 7, gap: 1, edge: 2 }
/** Nearer than this, in kilometres, cities share a point of the world. */
const together = 900
const widths = { whole: [320, 660, 1060], part: [320] }

/** The maps of some cities; `islandNames` are in the reader's language. */
export function drawCityMap(cities: readonly Pinned[], islandNames: Record<Islands, string>): CityMap | null {
  if (cities.length === 0) return null
  const groups = clustersOf(cities, together)
  const single = (city: Pinned) => ({ ...city, keys: [city.key], text: city.name })
  const [only] = groups
  if (groups.length === 1 && only)
    return { whole: draw(only.map(single), 'fine', widths.whole, islandNames), parts: [] }
  const marks = groups.map((group) => {
    const [first] = group as [Pinned]
    if (group.length === 1) return single(first)
    return {
      ...middleOf(group),
      keys: group.map(({ key }) => key),
      text: `${first.name} +${group.length - 1}`,
      sign: 'several' as const,
    }
  })
  return {
    whole: draw(marks, 'coarse', widths.whole, islandNames),
    parts: groups
      .filter((group) => group.length > 1)
      .map((group) => ({
        keys: group.map(({ key }) => key),
        drawing: draw(group.map(single), 'fine', widths.part, islandNames),
      })),
  }
}

type Placed = Point & Pick<Mark, 'keys' | 'text' | 'sign'>

function draw(
  marks: readonly Placed[],
  detail: Detail,
  sizes: readonly number[],
  names: Record<Islands, string>,
): Drawing {
  const { projection, height } = fitted(marks, detail)
  return {
    land: landPath(projection, detail, height),
    sheets: sizes.map((width) => sheetOf(marks, { projection, height, width, detail, names })),
  }
}

/** The part of the globe around the places, as wide as the drawing and as high as it must be. */
function fitted(marks: readonly Point[], detail: Detail): { projection: GeoProjection; height: number } {
  const isWorld = detail === 'coarse'
  const around = isWorld ? 12 : 1.2
  const reach = marks.flatMap(({ longitude, latitude }): [number, number][] =>
    [-1, 1].flatMap((x) =>
      [-1, 1].map((y): [number, number] => [
        longitude + (x * around) / Math.cos((latitude * Math.PI) / 180),
        Math.max(-78, Math.min(80, latitude + y * around)),
      ]),
    ),
  )
  const area = { type: 'MultiPoint' as const, coordinates: reach }
  const projection = (isWorld ? geoNaturalEarth1() : geoMercator()).rotate([-middleMeridian(marks), 0])
  projection.fitWidth(base, area)
  const [[, top], [, bottom]] = geoPath(projection).bounds(area)
  const height = Math.round(Math.min(isWorld ? 620 : 900, Math.max(isWorld ? 420 : 640, bottom - top)))
  projection.fitExtent(
    [
      [0, 0],
      [base, height],
    ],
    area,
  )
  return { projection, height }
}

function landPath(projection: GeoProjection, detail: Detail, height: number): string {
  const sink = new LandPath()
  projection.clipExtent([
    [-4, -4],
    [base + 4, height + 4],
  ])
  const path = geoPath(projection, sink)
  for (const ground of landOf(detail)) path(ground)
  projection.clipExtent(null)
  return sink.text
}

type Sizes = {
  projection: GeoProjection
  height: number
  width: number
  detail: Detail
  names: Record<Islands, string>
}

function sheetOf(marks: readonly Placed[], sizes: Sizes): Sheet {
  const scale = sizes.width / base
  const frame = { width: sizes.width, height: Math.round(sizes.height * scale) }
  const at = (place: readonly [number, number]): [number, number] => {
    const [x = 0, y = 0] = sizes.projection([place[0], place[1]]) ?? []
    return [round(x * scale), round(y * scale)]
  }
  const points = marks.map(({ longitude, latitude }) => at([longitude, latitude]))
  const seas = islandsIn(frame, at)
  const named = [
    ...marks.map(({ text }, index) => sized(text, points[index])),
    // On a map of the world there is no room for their names.
    ...(sizes.detail === 'fine' ? seas.map(({ key, dots }) => sized(sizes.names[key], dots[0])) : []),
  ]
  const labels = placeLabels(named, frame, distances)
  return {
    ...frame,
    scale,
    marks: marks.map(({ keys, text, sign }, index) => {
      const [x = 0, y = 0] = points[index] ?? []
      return { keys, text, sign, x, y, label: labels[index] ?? null }
    }),
    islands: seas.map((sea, index) => ({ ...sea, label: labels[marks.length + index] ?? null })),
  }
}

function islandsIn(
  frame: { width: number; height: number },
  at: (place: [number, number]) => [number, number],
) {
  return (Object.keys(islands) as Islands[]).flatMap((key) => {
    const dots = islands[key].map((place) => at([place[0], place[1]]))
    const isSeen = dots.some(([x, y]) => x > 0 && y > 0 && x < frame.width && y < frame.height)
    return isSeen ? [{ key, dots }] : []
  })
}

function sized(text: string, [x, y]: readonly [number, number] = [0, 0]) {
  return { x, y, width: textWidth(text, textSize), height: lineHeight }
}

/** The middle of a group, over the seam of longitudes too. */
function middleOf(group: readonly Point[]): Point {
  const middle = middleMeridian(group)
  const latitudes = group.map(({ latitude }) => latitude)
  return { longitude: middle, latitude: latitudes.reduce((sum, one) => sum + one, 0) / latitudes.length }
}

const round = (value: number) => Math.round(value * 10) / 10
