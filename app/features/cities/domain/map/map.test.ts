import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { create, type Font } from 'fontkit'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#tests/factories/randomness.ts'
import { clustersOf, kilometres, middleMeridian, type Point } from './clusters.ts'
import { drawCityMap, type Pinned, type Sheet } from './draw-map.ts'
import { type Ring, readRings, writeRings } from './outline-code.ts'
import { dotOf, type Named, placeLabels, touch } from './place-labels.ts'
import { textWidth } from './text-width.ts'

const islandNames = { 'hoang-sa': 'Hoàng Sa', 'truong-sa': 'Trường Sa' }
const distances = { dot: 6, gap: 2, edge: 2 }

describe('names beside points', () => {
  const random = seededRandom(1312)
  const frames = [
    { width: 280, height: 160 },
    { width: 660, height: 300 },
    { width: 1920, height: 900 },
  ]
  const scenes = Array.from({ length: 240 }, (_, at) => {
    const frame = frames[at % frames.length] ?? { width: 280, height: 160 }
    const points = Array.from({ length: 1 + random.below(30) }, (): Named => {
      const [x, y] = [random.next() * frame.width, random.next() * frame.height]
      return { x, y, width: 30 + random.below(120), height: 24 }
    })
    return { frame, points, labels: placeLabels(points, frame, distances) }
  })

  test('never touch each other', () => {
    for (const { labels } of scenes) {
      const placed = labels.flatMap((label) => label ?? [])
      for (const [at, one] of placed.entries())
        for (const other of placed.slice(at + 1)) expect(touch(one, other)).toBe(false)
    }
  })

  test('lie on no point, and whole in the frame', () => {
    for (const { frame, points, labels } of scenes) {
      for (const label of labels) {
        if (!label) continue
        expect(points.filter((point) => touch(label, dotOf(point, distances)))).toEqual([])
        expect(label.x).toBeGreaterThanOrEqual(distances.edge)
        expect(label.y).toBeGreaterThanOrEqual(distances.edge)
        expect(label.x + label.width).toBeLessThanOrEqual(frame.width - distances.edge)
        expect(label.y + label.height).toBeLessThanOrEqual(frame.height - distances.edge)
      }
    }
  })

  test('are all there where there is room, and the same at every time', () => {
    const { frame, points, labels } = scenes[0] ?? { frame: { width: 0, height: 0 }, points: [], labels: [] }
    expect(placeLabels(points, frame, distances)).toEqual(labels)
    const apart = [60, 300, 540].map((x) => ({ x, y: 150, width: 80, height: 24 }))
    expect(placeLabels(apart, { width: 660, height: 300 }, distances)).not.toContain(null)
    const one = [{ x: 5, y: 5, width: 900, height: 24 }]
    expect(placeLabels(one, { width: 280, height: 160 }, distances)).toEqual([null])
  })
})

test('a name is never wider than it was taken for', () => {
  const require = createRequire(import.meta.url)
  const file = '@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'
  const font = create(readFileSync(require.resolve(file))) as Font
  const width = (text: string) => (font.layout(text).advanceWidth / font.unitsPerEm) * 14
  const names = [
    'Nha Trang',
    'Washington DC',
    'San Francisco +1',
    'Thành phố Hồ Chí Minh',
    'Quần đảo Trường Sa',
  ]
  const more = [
    'MMMM',
    'Wellington',
    'iljt',
    'Đắk Lắk',
    'São Paulo',
    'Kraków',
    'Łódź',
    'İstanbul',
    '2025',
    'Ōsaka',
  ]
  for (const name of [...names, ...more])
    expect(textWidth(name, 14), name).toBeGreaterThanOrEqual(width(name))
})

describe('groups of cities', () => {
  const random = seededRandom(7)
  const somewhere = (): Point => ({
    longitude: random.next() * 360 - 180,
    latitude: random.next() * 140 - 70,
  })

  test('everyone is in one group; whoever is near is in the same, whoever is far from all is in another', () => {
    for (let at = 0; at < 60; at += 1) {
      const points = Array.from({ length: random.below(20) }, somewhere)
      const groups = clustersOf(points, 2000)
      expect(new Set(groups.flat())).toEqual(new Set(points))
      expect(groups.flat()).toHaveLength(points.length)
      for (const group of groups)
        for (const other of groups)
          if (group !== other)
            for (const a of group)
              for (const b of other) expect(kilometres(a, b)).toBeGreaterThanOrEqual(2000)
    }
  })

  test('the seam of the map runs where nobody is', () => {
    const at = (longitude: number) => ({ longitude, latitude: 0 })
    expect(middleMeridian([at(170), at(-170)])).toBe(-180)
    expect(middleMeridian([at(-10), at(30)])).toBe(10)
    expect(middleMeridian([])).toBe(0)
  })
})

test('an outline is read as it was written', () => {
  const random = seededRandom(5)
  const rings = Array.from(
    { length: 50 },
    (): Ring =>
      Array.from({ length: 3 + random.below(40) }, () => [
        Math.round((random.next() * 360 - 180) * 40) / 40,
        Math.round((random.next() * 180 - 90) * 40) / 40,
      ]),
  )
  expect(readRings(writeRings(rings, 40), 40)).toEqual(rings)
  expect(readRings('', 40)).toEqual([])
})

const city = (name: string, latitude: number, longitude: number): Pinned => ({
  key: name,
  name,
  latitude,
  longitude,
  sign: name === 'Nha Trang' ? 'home' : 'hub',
})
const filmPark = [
  city('Nha Trang', 12.2388, 109.1967),
  city('Boston', 42.3601, -71.0589),
  city('New York', 40.7128, -74.006),
  city('Hollywood', 34.0928, -118.3287),
  city('Washington DC', 38.9072, -77.0369),
  city('San Francisco', 37.7749, -122.4194),
  city('Paris', 48.8566, 2.3522),
  city('Rome', 41.9028, 12.4964),
  city('Venice', 45.4408, 12.3155),
  city('London', 51.5072, -0.1276),
  city('Awaji', 34.35, 134.9),
]

const byName = [...filmPark].sort((a, b) => (a.name < b.name ? -1 : 1))

describe.each([
  ['as it was told', filmPark],
  ['by name', byName],
])('the map of a park on four coasts, %s', (_, cities) => {
  const map = drawCityMap(cities, islandNames)
  const sheetsOf = (at: number): Sheet[] => [
    ...(map?.whole.sheets.slice(at, at + 1) ?? []),
    ...(map?.parts.flatMap(({ drawing }) => drawing.sheets) ?? []),
  ]

  test.each([0, 1, 2])('names every city at each size: %i', (size) => {
    const named = sheetsOf(size).flatMap(({ marks }) =>
      marks.flatMap(({ keys, label }) => (label && keys.length === 1 ? keys : [])),
    )
    expect(new Set(named)).toEqual(new Set(filmPark.map(({ key }) => key)))
    for (const { marks } of sheetsOf(size)) for (const { label } of marks) expect(label).not.toBeNull()
  })

  test('shows closely what lies on one point of the world', () => {
    expect(new Set(map?.parts.map(({ keys }) => [...keys].sort().join(', ')))).toEqual(
      new Set(['Boston, New York, Washington DC', 'Hollywood, San Francisco', 'London, Paris, Rome, Venice']),
    )
  })

  test('has land, and stays small on the wire', () => {
    const drawn = JSON.stringify(map)
    expect(map?.whole.land.length).toBeGreaterThan(5000)
    expect(gzipSync(drawn).length).toBeLessThan(15_000)
  })

  test('leaves out neither Hoàng Sa nor Trường Sa', () => {
    for (const { islands } of map?.whole.sheets ?? [])
      expect(islands.map(({ key }) => key)).toEqual(['hoang-sa', 'truong-sa'])
  })
})

test('one city alone, many on one spot, and both sides of the date line are drawn', () => {
  for (const cities of [
    [city('Nha Trang', 12.2388, 109.1967)],
    Array.from({ length: 12 }, (_, at) => city(`Same ${at}`, 10.5, 20.5)),
    [city('Suva', -18.14, 178.44), city('Apia', -13.83, -171.77), city('Honolulu', 21.3, -157.86)],
    [city('Pole', 89.9, 0), city('Other', -89.9, 180)],
  ]) {
    const map = drawCityMap(cities, islandNames)
    for (const sheet of map?.whole.sheets ?? [])
      for (const { x, y } of sheet.marks) {
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(sheet.width)
      }
    expect(map?.whole.land).not.toMatch(/NaN|Infinity/)
  }
  expect(drawCityMap([], islandNames)).toBeNull()
})
