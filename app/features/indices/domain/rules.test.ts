import { describe, expect, test } from 'vitest'
import { csvLines } from '#app/shared/files/csv-text.server.ts'
import { seededRandom } from '#tests/factories/randomness.ts'
import { changeOf, orderOf, sorted } from './change.ts'
import { provinceSuccessions, provinceTiles, provinceUnits } from './provinces/provinces.ts'
import { starOf } from './star.ts'
import { type ImportBasis, type PlannedEntry, planImport } from './tables/plan-import.ts'
import { readEdition } from './tables/read-edition.ts'
import { type WrittenEdition, writeEditions } from './tables/write-edition.ts'
import { editionDay, isThere, staysIn } from './units.ts'

const units = provinceUnits()
const byKey = new Map(units.map((unit) => [unit.key, unit]))
const successions = provinceSuccessions()
const on = (day: string) => units.filter((unit) => isThere(unit, day))

describe('the provinces', () => {
  test.each([
    ['2023-11-30', 63],
    ['2024-12-31', 63],
    ['2025-01-01', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-11-30', 34],
  ])('on %s there were %i', (day, count) => expect(on(day)).toHaveLength(count))

  test('each of the 63 went on in one, or is still there; each of the 34 is one of them or made of them', () => {
    const old = on('2024-12-01')
    for (const { key, toDay } of old) {
      const after = successions.filter(({ before }) => before === key)
      expect(after.length, key).toBe(toDay === null ? 0 : 1)
    }
    for (const { key, fromDay } of on('2025-07-01')) {
      const before = successions.filter(({ after }) => after === key)
      expect(before.length > 0, key).toBe(fromDay !== null)
    }
    expect(new Set(successions.map(({ before }) => before)).size).toBe(successions.length)
  })

  test.each([
    ['phu-yen', 'dak-lak-2025'],
    ['dak-lak', 'dak-lak-2025'],
    ['quang-nam', 'da-nang-2025'],
    ['binh-duong', 'ho-chi-minh-2025'],
    ['ba-ria-vung-tau', 'ho-chi-minh-2025'],
    ['ha-giang', 'tuyen-quang-2025'],
    ['ha-nam', 'ninh-binh-2025'],
    ['nam-dinh', 'ninh-binh-2025'],
    ['ninh-thuan', 'khanh-hoa-2025'],
    ['thua-thien-hue', 'hue'],
  ])('%s went on in %s', (before, after) => {
    expect(successions.find((one) => one.before === before)?.after).toBe(after)
  })

  test.each(['quang-ninh', 'nghe-an', 'thanh-hoa', 'ha-tinh'])('%s stayed as it was', (key) => {
    expect(byKey.get(key)).toMatchObject({ fromDay: null, toDay: null })
  })

  test.each([
    ['2024-12-11', 63],
    ['2025-03-01', 63],
    ['2025-12-01', 34],
  ])('have on %s %i tiles, none on another, with Hoàng Sa and Trường Sa', (day, count) => {
    const tiles = provinceTiles(on(day), day)
    expect(tiles).toHaveLength(count + 2)
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(tiles.length)
    expect(tiles.every(({ unit }) => unit !== null)).toBe(true)
    const provinces = tiles.filter(({ islands }) => islands === null)
    expect(new Set(provinces.map(({ unit }) => unit))).toEqual(new Set(on(day).map(({ key }) => key)))
    const of = (islands: string) => tiles.find((tile) => tile.islands === islands)?.unit
    const isNew = day >= '2025-07-01'
    expect(of('hoang-sa')).toBe(isNew ? 'da-nang-2025' : 'da-nang')
    expect(of('truong-sa')).toBe(isNew ? 'khanh-hoa-2025' : 'khanh-hoa')
  })
})

describe('where a place stood in a year', () => {
  const stays = (key: string, year: number) =>
    staysIn(key, year, byKey, successions).map((one) => [one.key, one.fromDay, one.toDay])

  test.each([
    ['phu-yen', 2024, [['phu-yen', null, null]]],
    [
      'phu-yen',
      2025,
      [
        ['phu-yen', null, '2025-06-30'],
        ['dak-lak-2025', '2025-07-01', null],
      ],
    ],
    ['phu-yen', 2026, [['dak-lak-2025', null, null]]],
    ['dak-lak-2025', 2024, []],
    ['thua-thien-hue', 2025, [['hue', null, null]]],
    ['ha-noi', 2025, [['ha-noi', null, null]]],
    ['nowhere', 2025, []],
  ])('%s in %i', (key, year, expected) => expect(stays(key, year)).toEqual(expected))

  test('an edition speaks of the day of its announcement, or the end of its year', () => {
    expect(editionDay({ year: 2024, announcedOn: '2024-12-11' })).toBe('2024-12-11')
    expect(editionDay({ year: 2025, announcedOn: '2025-06' })).toBe('2025-06-30')
    expect(editionDay({ year: 2023, announcedOn: null })).toBe('2023-12-31')
  })
})

describe('against the edition before', () => {
  const before = new Map<string, number | null>([
    ['phu-yen', 1],
    ['dak-lak', null],
    ['thua-thien-hue', 6],
    ['ha-noi', 3],
  ])
  test.each([
    ['ha-noi', 1, { kind: 'moved', by: 2, from: 3 }],
    ['ha-noi', 5, { kind: 'moved', by: -2, from: 3 }],
    ['hue', 6, { kind: 'moved', by: 0, from: 6 }],
    [
      'dak-lak-2025',
      2,
      {
        kind: 'joined',
        from: [
          { key: 'dak-lak', rank: null },
          { key: 'phu-yen', rank: 1 },
        ],
      },
    ],
    ['son-la', 4, { kind: 'unknown' }],
    ['gia-lai-2025', 4, { kind: 'unknown' }],
    ['ha-noi', null, { kind: 'unknown' }],
  ])('%s with rank %s', (key, rank, expected) => {
    const change = changeOf({ key, rank }, before, successions)
    if (change.kind === 'joined') change.from.sort((a, b) => a.key.localeCompare(b.key))
    expect(change).toEqual(expected)
  })
})

test('what is not known comes last both ways, and is never taken for zero', () => {
  const rows = [3, null, 1, null, 2].map((rank, at) => ({ rank, at }))
  const collator = new Intl.Collator('vi')
  const ranks = (isDown: boolean) =>
    sorted(rows, { isDown }, ({ rank }) => rank, collator).map(({ rank }) => rank)
  expect(ranks(false)).toEqual([1, 2, 3, null, null])
  expect(ranks(true)).toEqual([3, 2, 1, null, null])
  const names = ['Đà Nẵng', 'An Giang', 'Ẩn'].map((name) => ({ name }))
  expect(sorted(names, { isDown: false }, ({ name }) => name, collator).at(-1)?.name).toBe('Đà Nẵng')
  expect(orderOf('-name', ['rank', 'name'])).toEqual({ by: 'name', isDown: true })
  expect(orderOf('drop table', ['rank', 'name'])).toEqual({ by: 'rank', isDown: false })
})

describe('a star', () => {
  test('has its first beam above, and scores on their beams', () => {
    const star = starOf([10, 5, 0], 10, 90)
    expect(star?.isWhole).toBe(true)
    expect(star?.beams[0]).toEqual({ end: { x: 0, y: -90 }, at: { x: 0, y: -90 } })
    expect(star?.beams[2]?.at).toEqual({ x: 0, y: 0 })
    expect(star?.area).toHaveLength(3)
  })

  test('has no point where there is no score, and no line over it', () => {
    const star = starOf([10, null, 4, 6, 8], 10, 90)
    expect(star).toMatchObject({ isWhole: false, area: [] })
    expect(star?.beams[1]?.at).toBeNull()
    expect(star?.lines).toHaveLength(3)
  })

  test('is not drawn without scores, or with two components', () => {
    expect(starOf([null, null, null], 10, 90)).toBeNull()
    expect(starOf([1, 2], 10, 90)).toBeNull()
    expect(starOf([], 10, 90)).toBeNull()
  })
})

const source = { vi: 'VFDA', en: 'VFDA' }
const basis = (entries: ReadonlyMap<string, PlannedEntry> = new Map(), isOpen = false): ImportBasis => ({
  year: 2024,
  components: ['care', 'speed'],
  units: on('2024-12-11').map(({ key, name }) => ({ key, name })),
  entries,
  isOpen,
  source,
})
const plan = (text: string, of = basis()) => planImport(readEdition(text, of.components).rows, of)

describe('a table for an edition', () => {
  test.each([
    ['a name with its kind', 'name,rank\nTỉnh Phú Yên,1', { what: 'new', key: 'phu-yen' }],
    ['without diacritics', 'Tên;Hạng\ntp ho chi minh;5', { what: 'new', key: 'ho-chi-minh' }],
    ['a name of later', 'name,rank\nHuế,1', { what: 'unclear', why: 'unknown' }],
    ['no name', 'name,rank\n,1', { what: 'unclear', why: 'unnamed' }],
    ['a rank that is none', 'place,rank\nphu-yen,0', { what: 'unclear', why: 'rank', column: 'rank' }],
    ['a score that is none', 'place,score\nphu-yen,viel', { what: 'unclear', why: 'score' }],
    ['another year', 'edition,place,rank\n2023,phu-yen,1', { what: 'unclear', why: 'other-edition' }],
  ])('%s', (_, text, expected) => expect(plan(text)[0]).toMatchObject(expected))

  test('a thing twice counts once', () => {
    expect(plan('place,rank\nphu-yen,1\nPhú Yên,2').map(({ what }) => what)).toEqual(['new', 'unclear'])
  })

  test('a dash and an empty cell are not known, and a comma is a point', () => {
    const [line] = plan('place;rank;score;care.score\nphu-yen;–;7,5;')
    expect(line).toMatchObject({ next: { rank: null, score: 7.5, values: {} } })
  })

  test('a value has somebody who says so', () => {
    const silent = { ...basis(), source: { vi: '', en: '' } }
    expect(plan('place,rank\nphu-yen,1', silent)[0]).toMatchObject({ why: 'no-source', column: 'rank' })
    const said = plan('place,rank,source\nphu-yen,1,Lao Động', silent)[0]
    expect(said).toMatchObject({ next: { rankSource: { vi: 'Lao Động', en: 'Lao Động' } } })
  })

  test('a column that is not there changes nothing', () => {
    const [first] = plan('place,rank,score\nphu-yen,1,7')
    if (!first || !('next' in first)) throw new Error('no line')
    const known = basis(new Map([['phu-yen', first.next]]))
    expect(plan('place,rank\nphu-yen,2', known)[0]).toMatchObject({
      what: 'changed',
      columns: ['rank'],
      next: { rank: 2, score: 7 },
    })
    expect(plan('place,rank\nphu-yen,1', known)[0]).toMatchObject({ what: 'same' })
  })

  test('other things come only where they may', () => {
    const [line] = plan('name,rank\nMột nơi mới,1', basis(new Map(), true))
    expect(line).toMatchObject({ what: 'new', key: 'mot-noi-moi', newUnit: { vi: 'Một nơi mới' } })
  })

  test('what was taken out is taken in as it was: nothing changes', () => {
    const random = seededRandom(41)
    const words = ['=1+1', '+84', '-5', '@a', 'a,b', 'x"y', '  z', 'Đắk Lắk', "'quoted", '']
    const both = () => ({ vi: random.pick(words).trim(), en: random.pick(words).trim() })
    const figure = () => (random.chance(0.4) ? null : Math.round(random.next() * 2000 - 1000) / 10)
    for (let at = 0; at < 25; at += 1) {
      const picked = on('2024-12-11').filter(() => random.chance(0.3))
      const entries = picked.map(({ key, name }) => {
        const [rank, score] = [random.chance(0.3) ? null : 1 + random.below(60), figure()]
        const value = { rank: null, score: figure(), remark: both(), source: { vi: 'Nguồn', en: 'A source' } }
        const isSaid = value.score !== null || value.remark.vi + value.remark.en !== ''
        const empty = { vi: '', en: '' }
        return {
          key,
          name,
          rank,
          rankSource: rank === null ? empty : { vi: '=Nguồn', en: '' },
          score,
          scoreSource: score === null ? empty : { vi: 'x', en: '-y' },
          values: isSaid ? [{ component: 'care', ...value }] : [],
        }
      })
      const edition: WrittenEdition = { year: 2024, components: [{ key: 'care' }, { key: 'speed' }], entries }
      const { header, rows } = writeEditions([edition])
      const text = csvLines([header, ...rows])
      expect(text).not.toMatch(/(?:^|,)"[=+@]/m)
      const known = new Map(
        entries.map(({ key, rank, rankSource, score, scoreSource, values }): [string, PlannedEntry] => [
          key,
          {
            rank,
            rankSource,
            score,
            scoreSource,
            values: Object.fromEntries(values.map(({ component, ...value }) => [component, value])),
          },
        ]),
      )
      const lines = plan(text, basis(known))
      expect(lines.filter(({ what }) => what !== 'same')).toEqual([])
      expect(lines).toHaveLength(entries.length)
    }
  })
})
