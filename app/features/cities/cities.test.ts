import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { cacheKey } from '#app/server/web/public-paths.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { activity, initiativeCity } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { carriedBy, cityOn } from '#tests/factories/places.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as publicPage } from './cities-page.tsx'
import { getCity, listCities } from './domain/cities.server.ts'
import { type CityDetails, editCity, removeCity } from './domain/save-city.server.ts'
import { action as addAction } from './organize/all-cities.tsx'

const { db } = await testDatabase()

let body: Awaited<ReturnType<typeof organization>>
let of: Awaited<ReturnType<typeof carriedBy>>
beforeAll(async () => {
  body = await organization()
  of = await carriedBy(body.id)
})

const details: CityDetails = {
  name: { vi: 'Huế', en: 'Huế' },
  country: 'VN',
  latitude: 16.4637,
  longitude: 107.5909,
  role: 'hub',
  fromDate: '2025-03',
  toDate: null,
  source: { vi: 'Báo, tháng 3 năm 2025', en: 'A paper, March 2025' },
}
const form = {
  'name.vi': 'Đà Lạt',
  'name.en': '',
  country: 'vn',
  latitude: '11,94',
  longitude: '108.44',
  role: 'partner',
  fromDate: '2024',
  toDate: '',
  'source.vi': 'Báo',
  'source.en': '',
}

async function posted(fields: Partial<typeof form>, role: 'organizer' | 'rapporteur' = 'organizer') {
  const cookie = await signInCookieOf(await memberOf(body, role))
  const request = postForm(`/organize/initiatives/${of.slug}/cities`, { ...form, ...fields }, cookie)
  return addAction({ request, params: { initiative: of.slug }, context: {} })
}

describe('a city on the map', () => {
  test('is put there by an organizer of a body, and told', async () => {
    const answer = await posted({})
    expect((answer as Response).status).toBe(303)
    const [city] = await db.select().from(initiativeCity).where(eq(initiativeCity.key, 'da-lat'))
    expect(city).toMatchObject({ country: 'VN', latitude: 11.94, longitude: 108.44, fromDate: '2024' })
    const told = await db
      .select()
      .from(activity)
      .where(eq(activity.subjectId, city?.id ?? ''))
    expect(told).toMatchObject([{ verb: 'city.added', initiativeId: of.id, subjectName: 'Đà Lạt' }])
  })

  test.each([
    ['latitude', { latitude: '91' }],
    ['longitude', { longitude: 'east' }],
    ['fromDate', { fromDate: '2025-02-30' }],
    ['country', { country: 'Vietnam' }],
    ['name', { 'name.vi': '' }],
    ['source', { 'source.vi': '' }],
    ['toDate', { fromDate: '2025-05', toDate: '2025-04' }],
  ])('is refused at its %s with what was typed', async (name, fields) => {
    const answer = Object(await posted(fields))
    expect(answer.init.status).toBe(400)
    expect(Object.keys(answer.data.errors)).toEqual([name])
    expect(answer.data.values.role).toBe('partner')
  })

  test('is no matter of other roles', async () => {
    await expect(posted({}, 'rapporteur')).rejects.toMatchObject({ code: 'right-missing' })
  })

  test('of the same name gets a key of its own', async () => {
    const keys = [await cityOn(of.id), await cityOn(of.id)].map(({ key }) => key)
    expect(keys).toEqual(['hue', 'hue-2'])
  })

  test('is changed by one at a time', async () => {
    const seen = await cityOn(of.id)
    expect(await editCity(system(), { seen, details })).toBe(false)
    expect(await editCity(system(), { seen, details: { ...details, toDate: '2026' } })).toBe(true)
    await expect(editCity(system(), { seen, details })).rejects.toThrow(SavedByOther)
  })

  test('comes back when its removal is taken back', async () => {
    const city = await cityOn(of.id)
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const performed = await performAct(ctx, {
      act: { initiativeId: of.id, verb: 'city.removed', subjectName: 'Huế' },
      answered: unasked,
      work: () => removeCity(ctx, { initiativeId: of.id, cityId: city.id }),
    })
    expect(await db.$count(initiativeCity, eq(initiativeCity.id, city.id))).toBe(0)
    if (!performed.done || !performed.actId) throw new Error('no act')
    await undoAct(ctx, performed.actId)
    expect(await getCity(ctx, of.id, city.id)).toMatchObject({ key: city.key })
  })
})

describe('the page of the cities', () => {
  const page = (initiative: string, query = '') => {
    const args = { request: getPage(`/vi/initiatives/${initiative}/cities${query}`), context: {} }
    return publicPage({ ...args, params: { lang: 'vi', initiative } } as LoaderFunctionArgs)
  }

  test('shows those of today, or of a year, and no other year', async () => {
    const park = await carriedBy(body.id)
    await cityOn(park.id, { name: { vi: 'Nhà', en: 'Home' }, role: 'home', fromDate: '2024-12' })
    await cityOn(park.id, { name: { vi: 'Khi xưa', en: 'Then' }, fromDate: '2024', toDate: '2024' })
    const names = async (query: string) =>
      (await page(park.slug, query)).data.view.cities.map(({ name }) => name.vi)
    expect(await names('')).toEqual(['Nhà'])
    expect(await names('?year=2024')).toEqual(['Nhà', 'Khi xưa'])
    expect(await names('?year=2025')).toEqual(['Nhà'])
    await expect(names('?year=2023')).rejects.toBeInstanceOf(Refusal)
    expect((await listCities(park.id)).map(({ role }) => role)).toEqual(['home', 'hub'])
  })

  test('is not there without cities, nor of a draft', async () => {
    await expect(page((await carriedBy(body.id)).slug)).rejects.toMatchObject({ code: 'missing' })
    const draft = await carriedBy(body.id, { publishedAt: null })
    await cityOn(draft.id)
    await expect(page(draft.slug)).rejects.toMatchObject({ code: 'initiative-missing' })
  })

  test.each([
    ['/vi/initiatives/park/cities?year=2025', '/vi/initiatives/park/cities?year=2025'],
    ['/vi/initiatives/park/cities?year=25', null],
    ['/vi/initiatives/park/cities?year=2025&year=2026', null],
    ['/vi/initiatives/park/cities?year=2025&lang=vi', null],
    ['/vi/initiatives/park?year=2025', null],
    ['/en/indices/pai?sort=-name', '/en/indices/pai?sort=-name'],
    ['/en/indices/pai?sort=secret', null],
    ['/indices/pai.csv?lang=vi', '/indices/pai.csv?lang=vi'],
  ])('%s is kept under %s', (address, key) => {
    expect(cacheKey(new URL(address, 'http://localhost'))).toBe(key)
  })
})
