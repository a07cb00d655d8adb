import type { Lifetime, Succession } from '../units.ts'
import { mergersOf2025, provincesSince2025, provincesUntil2025 } from './province-lines.ts'

type Both = { vi: string; en: string }
export type ProvinceUnit = Lifetime & { key: string; name: Both; source: Both }
export type ProvinceSuccession = Succession & { source: Both }

const lastOfOld = '2025-06-30'
const firstOfNew = '2025-07-01'
const merging: Both = {
  vi: 'Nghị quyết 202/2025/QH15 của Quốc hội',
  en: 'Resolution 202/2025/QH15 of the National Assembly',
}
const ofHue: Both = {
  vi: 'Nghị quyết 175/2024/QH15 của Quốc hội',
  en: 'Resolution 175/2024/QH15 of the National Assembly',
}
const nothing: Both = { vi: '', en: '' }

const english: Record<string, string> = { 'ho-chi-minh': 'Ho Chi Minh City' }
const since = (key: string) => `${key}-2025`
const nameOf = (key: string, name: string): Both => ({ vi: name, en: english[key] ?? name })
const joined = new Set(Object.values(mergersOf2025).flat())

/** Every province that there was in these years: the 63, those that were made of several in 2025, and Huế as a city. */
export function provinceUnits(): ProvinceUnit[] {
  const old = provincesUntil2025.map(([key, name]): ProvinceUnit => {
    const named = { key, name: nameOf(key, name), fromDay: null }
    if (key === 'thua-thien-hue') return { ...named, toDay: '2024-12-31', source: ofHue }
    return joined.has(key)
      ? { ...named, toDay: lastOfOld, source: merging }
      : { ...named, toDay: null, source: nothing }
  })
  const made = provincesSince2025.flatMap(([key, name]): ProvinceUnit[] => {
    const named = { name: nameOf(key, name), toDay: null }
    if (key === 'hue') return [{ ...named, key, fromDay: '2025-01-01', source: ofHue }]
    return key in mergersOf2025 ? [{ ...named, key: since(key), fromDay: firstOfNew, source: merging }] : []
  })
  return [...old, ...made]
}

/** What went on in what. */
export function provinceSuccessions(): ProvinceSuccession[] {
  const renamed = { before: 'thua-thien-hue', after: 'hue', onDay: '2025-01-01', source: ofHue }
  const merged = Object.entries(mergersOf2025).flatMap(([key, parts]) =>
    parts.map((before) => ({ before, after: since(key), onDay: firstOfNew, source: merging })),
  )
  return [renamed, ...merged]
}

/** A square of the grid: of a province, or of islands that belong to one. */
export type Tile = {
  /** The unit whose tile it is; null where the index does not know it. */
  unit: string | null
  letters: string
  column: number
  row: number
  /** The islands that the tile stands for, beside the province that they belong to. */
  islands: 'hoang-sa' | 'truong-sa' | null
}

/**
 * The provinces of a day as a grid of tiles, with a tile for Hoàng Sa, which belongs to Đà Nẵng, and one for Trường Sa,
 * which belongs to Khánh Hòa. `units` are those of an index that were there on that day.
 */
export function provinceTiles(units: readonly { key: string }[], day: string): Tile[] {
  const isNew = day >= firstOfNew
  const byKey = new Map(units.map(({ key }) => [baseOf(key), key]))
  const tile = (key: string) => byKey.get(baseOf(key)) ?? null
  const lines = isNew ? provincesSince2025 : provincesUntil2025
  const provinces = lines.map(([key, , letters, column, row]): Tile => {
    return { unit: tile(key), letters, column, row, islands: null }
  })
  const island = (islands: 'hoang-sa' | 'truong-sa', of: string, letters: string): Tile => {
    const row = provinces.find(({ unit }) => unit !== null && unit === tile(of))?.row ?? 0
    return { unit: tile(of), letters, column: 6, row, islands }
  }
  return [...provinces, island('hoang-sa', 'da-nang', 'HS'), island('truong-sa', 'khanh-hoa', 'TS')]
}

/** One place on the grid keeps it under its other names. */
function baseOf(key: string): string {
  return key === 'thua-thien-hue' ? 'hue' : key.replace(/-2025$/, '')
}
