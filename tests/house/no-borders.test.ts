import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Detail, landOf } from '#app/features/cities/domain/map/land.ts'

/** Where a line between countries runs is disputed by many: this product draws land, and no such line. */
const maker = 'app/features/cities/land/make-land.server.ts'
const brought = ['app', 'db', 'emails', 'public'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith('app/paraglide/')),
)

describe('no country has an outline here', () => {
  test('only land is read where the outline is made, and only there', () => {
    const readers = brought.filter(
      (path) => /\.(tsx?|mjs|js)$/.test(path) && /world-atlas|topojson/.test(readFileSync(path, 'utf8')),
    )
    expect(readers).toEqual([maker])
    const files = readFileSync(maker, 'utf8').match(/world-atlas\/[\w.-]+/g) ?? []
    expect(files.sort()).toEqual(['world-atlas/land-110m.json', 'world-atlas/land-50m.json'])
  })

  test.each<Detail>(['coarse', 'fine'])('no line is the edge of two pieces of land: %s', (detail) => {
    const edges = new Map<string, number>()
    for (const { coordinates } of landOf(detail)) {
      const [ring = []] = coordinates
      for (const [at, corner] of ring.slice(0, -1).entries()) {
        const edge = [corner, ring[at + 1] ?? corner].map(String).sort().join(' ')
        edges.set(edge, (edges.get(edge) ?? 0) + 1)
      }
    }
    expect(edges.size).toBeGreaterThan(2000)
    expect([...edges].filter(([, times]) => times > 1).length).toBeLessThan(edges.size / 500)
  })

  test('nothing that we bring is a file of shapes', () => {
    const shapes = /"(?:Topology|FeatureCollection|GeometryCollection|MultiPolygon)"|<kml\b/
    const texts = brought.filter((path) => /\.(json|js|mjs|css|svg|ts|tsx|sql)$/.test(path))
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((path) => path !== maker && shapes.test(readFileSync(path, 'utf8')))).toEqual([])
  })

  test('nothing that runs brings any', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean }>
    }
    const running = Object.entries(lock.packages).flatMap(([path, { dev }]) => (dev ? [] : [path]))
    expect(running).toContain('node_modules/d3-geo')
    const ofMaps =
      /(?:^|[/-])(?:world-?atlas|topojson|countries|geojson-\w+|natural-?earth|datamaps|jvectormap|leaflet|mapbox|maplibre|echarts|highcharts)/
    expect(running.filter((path) => ofMaps.test(path))).toEqual([])
  })
})
