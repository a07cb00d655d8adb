import { describe, expect, test } from 'vitest'
import { organization as organizations } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { findPublicEvent } from '../events.server.ts'
import { findEditions } from './editions.server.ts'
import { readEventQuery } from './event-query.ts'
import { eventsOnPage, findEvents, listEventChoices, listFirstEvents } from './found-events.server.ts'
import { listOwnSeries, placeInSeries } from './place-in-series.server.ts'

await testDatabase()

const now = new Date('2026-06-01T00:00Z')
const at = (day: string) => ({ startsAt: new Date(`${day}T02:00Z`), endsAt: new Date(`${day}T05:00Z`) })
const body = await organization()
const titles = { original: 'vi' as const }
await event({
  slug: 'xin-loi',
  hosts: [body],
  title: { vi: 'Điện ảnh Đông Nam Á', ...titles },
  kind: 'festival',
  ...at('2026-07-01'),
})
await event({
  slug: 'later',
  hosts: [body],
  title: { vi: 'Bàn tròn tháng Tám', ...titles },
  ...at('2026-08-01'),
})
await event({ slug: 'old', title: { vi: 'Điện ảnh xưa', ...titles }, ...at('2025-03-01') })
// In Boston it is still 2025 then, in UTC not any more.
await event({
  slug: 'new-year',
  title: { vi: 'Giao thừa', ...titles },
  timeZone: 'America/New_York',
  startsAt: new Date('2026-01-01T02:00Z'),
  endsAt: new Date('2026-01-01T04:00Z'),
})
await event({
  slug: 'hidden',
  title: { vi: 'Điện ảnh kín', ...titles },
  publishedAt: null,
  ...at('2026-07-02'),
})

const found = async (search: string) => {
  const { rows } = await findEvents(readEventQuery(new URLSearchParams(search)), now)
  return rows.map((one) => one.slug)
}

describe('events are found', () => {
  test.each([
    ['without diacritics, those to come first', 'q=dien anh', ['xin-loi', 'old']],
    ['by several words in any order', 'q=nam dong', ['xin-loi']],
    ['by their place', 'q=cambridge harvard giao thua', ['new-year']],
    ['by what is to come, soonest first', 'when=coming', ['xin-loi', 'later']],
    ['by what is over, newest first', 'when=past', ['new-year', 'old']],
    ['by the year of their own calendar', 'when=2025', ['new-year', 'old']],
    ['by kind', 'kind=festival', ['xin-loi']],
    ['by several filters at once', 'q=ban tron&when=coming&city=Cambridge', ['later']],
    ['nowhere when nothing fits', 'q=dien anh&kind=screening-day', []],
    ['by signs alone nowhere', 'q=%25_', []],
  ])('%s', async (_, search, expected) => {
    expect(await found(search)).toEqual(expected)
  })

  test('by their host, whose name is a word of the search too', async () => {
    const [one] = await database().select().from(organizations)
    expect(await found(`host=${body.slug}`)).toEqual(['later', 'xin-loi'])
    expect(await found(`q=${one?.shortName ?? ''}`)).not.toEqual([])
  })

  test('by choices that are there, of published events only', async () => {
    const { cities, kinds, years, hosts } = await listEventChoices()
    expect(cities.map((one) => one.key)).toEqual(['Cambridge'])
    expect(kinds.sort()).toEqual(['festival', 'roundtable'])
    expect(years).toEqual([2026, 2025])
    expect(hosts.some((one) => one.slug === body.slug)).toBe(true)
  })
})

test('the first page has what is next and what was last, and says when there is more', async () => {
  const few = await listFirstEvents(now)
  expect(few.isMorePast).toBe(false)
  expect(few.events.map((one) => one.slug)).toEqual(['xin-loi', 'later', 'new-year', 'old'])
  for (let n = 0; n < eventsOnPage; n++) await event({ slug: `past-${n}`, ...at('2020-01-01') })
  expect((await listFirstEvents(now)).isMorePast).toBe(true)
  const query = readEventQuery(new URLSearchParams('when=past&page=2'))
  const second = await findEvents(query, now)
  expect([second.page, second.last, second.total, second.rows.length]).toEqual([2, 2, 14, 2])
  const beyond = await findEvents({ ...query, page: 99 }, now)
  expect(beyond.page).toBe(2)
})

describe('a series', () => {
  test('leads from one edition to the next, past what is not published', async () => {
    const of = [await event({ ...at('2024-05-01') }), await event({ ...at('2025-05-01') })]
    const next = await event({ ...at('2026-05-01') })
    const draft = await event({ ...at('2025-11-01'), publishedAt: null })
    const name = { vi: 'Liên hoan phim', en: 'Festival' }
    await placeInSeries(system(), { eventId: of[0]?.id ?? '', series: { name }, edition: 'I' })
    const first = await findPublicEvent(of[0]?.slug ?? '')
    const series = { id: first?.series?.id ?? '' }
    for (const [at, one] of [of[1], draft, next].entries()) {
      await placeInSeries(system(), { eventId: one?.id ?? '', series, edition: 'x'.repeat(at + 2) })
    }
    const middle = await findEditions({ series, slug: of[1]?.slug ?? '' })
    expect([middle.previous?.edition, middle.next?.slug]).toEqual(['I', next.slug])
    expect((await findEditions({ series, slug: next.slug })).next).toBeNull()
    expect(await placeInSeries(system(), { eventId: next.id, series, edition: 'xxxx' })).toBe(false)
    await placeInSeries(system(), { eventId: next.id, series: null, edition: 'gone' })
    expect((await findPublicEvent(next.slug))?.edition).toBe('')
  })

  test('is that of the own organizations; a foreign one does not exist', async () => {
    const own = await organization()
    const [mine, foreign] = [await event({ hosts: [own] }), await event()]
    const ctx = signedIn(await memberOf(own, 'organizer'))
    const name = { vi: 'Của người khác', en: '' }
    await placeInSeries(system(), { eventId: foreign.id, series: { name }, edition: '' })
    const series = { id: (await findPublicEvent(foreign.slug))?.series?.id ?? '' }
    expect(await listOwnSeries(ctx)).toEqual([])
    const asked = placeInSeries(ctx, { eventId: mine.id, series, edition: '' })
    await expect(asked).rejects.toMatchObject({ code: 'series-missing' })
    await placeInSeries(ctx, { eventId: mine.id, series: { name: { vi: 'Của mình', en: '' } }, edition: '1' })
    expect((await listOwnSeries(ctx)).map((one) => one.name.vi)).toEqual(['Của mình'])
  })
})
