import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '#app/features/acts/domain/act-preview.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { act, activity, indexEntry, indexUnit, indexValue } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { carriedBy, editionOf, indexOf } from '#tests/factories/places.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { getEdition, getPublicIndex } from './domain/indices.server.ts'
import { editComponent, removeComponent } from './domain/save-component.server.ts'
import { addEdition, editEdition, removeEdition, showEdition } from './domain/save-edition.server.ts'
import { loader as file } from './index-file.ts'
import { indexHead } from './index-head.server.ts'
import { editionView } from './index-view.server.ts'
import { action as importAction } from './organize/edition-import.tsx'
import { unitView } from './unit-view.server.ts'

const { db } = await testDatabase()
const nothing = { vi: '', en: '' }

let body: Awaited<ReturnType<typeof organization>>
let of: Awaited<ReturnType<typeof carriedBy>>
beforeAll(async () => {
  body = await organization()
  of = await carriedBy(body.id)
})

const places = 'place,rank,care.score,care.remark_vi\nphu-yen,1,9,"=khen"\nquang-ninh,2,,\nha-noi,,,'

describe('an edition', () => {
  test('says for each value who said so, and leaves empty what is not known', async () => {
    const { of: index, edition } = await indexOf(of.id, { grid: 'provinces', table: places })
    const { entries } = await getEdition(system(), index, edition.id)
    expect(entries.map(({ key, rank, score }) => [key, rank, score])).toEqual([
      ['phu-yen', 1, null],
      ['quang-ninh', 2, null],
      ['ha-noi', null, null],
    ])
    expect(entries[0]).toMatchObject({
      rankSource: { vi: 'Nguồn thử', en: 'Test source' },
      scoreSource: {},
      values: [{ component: 'care', score: 9, source: { vi: 'Nguồn thử' } }],
    })
    expect(entries[2]).toMatchObject({ rankSource: {}, values: [] })
  })

  test('is not shown before it is published, nor while it says nothing', async () => {
    const { of: index, edition } = await indexOf(of.id, {})
    expect((await getPublicIndex(index.slug)).editions).toEqual([])
    const show = { of: index, editionId: edition.id, shown: true }
    await expect(showEdition(system(), show)).rejects.toMatchObject({ code: 'edition-empty' })
    const { edition: other } = await editionOf(index, { year: 2025, table: 'name,rank\nAlpha,1' })
    expect((await getPublicIndex(index.slug)).editions.map(({ year }) => year)).toEqual([2025])
    expect(await showEdition(system(), { ...show, editionId: other.id })).toBe(false)
    expect(await showEdition(system(), { of: index, editionId: other.id, shown: false })).toBe(true)
    expect((await getPublicIndex(index.slug)).editions).toEqual([])
  })

  test('has a year of its own', async () => {
    const { of: index, edition } = await indexOf(of.id, {})
    const details = {
      year: 2024,
      announcedOn: null,
      announcedAt: nothing,
      participants: null,
      participantsSource: nothing,
      note: nothing,
      source: nothing,
    }
    await expect(addEdition(system(), { of: index, details })).rejects.toMatchObject({
      code: 'edition-taken',
    })
    const { edition: later } = await editionOf(index, { year: 2025 })
    const change = { of: index, seen: later, details }
    await expect(editEdition(system(), change)).rejects.toMatchObject({ code: 'edition-taken' })
    expect(await editEdition(system(), { of: index, seen: edition, details })).toBe(false)
    const done = { of: index, seen: edition, details: { ...details, participants: 37 } }
    expect(await editEdition(system(), done)).toBe(true)
  })

  test('keeps its components by their keys, and loses with one what is known of it', async () => {
    const { of: index, edition } = await indexOf(of.id, { table: 'name,rank,care.score\nAlpha,1,5' })
    const place = { of: index, editionId: edition.id, key: 'care', revision: 1 }
    const details = {
      key: 'other',
      name: { vi: 'Chăm', en: 'care' },
      weight: 20,
      method: nothing,
      source: nothing,
    }
    expect(await editComponent(system(), { ...place, details })).toBe(true)
    expect(await editComponent(system(), { ...place, revision: 2, details })).toBe(false)
    await expect(editComponent(system(), { ...place, details })).rejects.toMatchObject({
      code: 'saved-by-other',
    })
    const now = await getEdition(system(), index, edition.id)
    expect(now.components[0]).toMatchObject({ key: 'care', weight: 20 })
    await removeComponent(system(), place)
    expect((await getEdition(system(), index, edition.id)).entries[0]?.values).toEqual([])
    await removeEdition(system(), { of: index, editionId: edition.id })
    expect(await db.$count(indexEntry, eq(indexEntry.editionId, edition.id))).toBe(0)
  })

  test('is nobody’s else', async () => {
    const { of: index, edition } = await indexOf(of.id, {})
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    const place = { of: index, editionId: edition.id }
    await expect(removeEdition(stranger, place)).rejects.toMatchObject({ code: 'initiative-missing' })
    const rapporteur = signedIn(await memberOf(body, 'rapporteur'))
    await expect(removeEdition(rapporteur, place)).rejects.toMatchObject({ code: 'right-missing' })
  })
})

describe('a table taken in', () => {
  const sent = async (
    made: Awaited<ReturnType<typeof indexOf>>,
    fields: Record<string, string>,
    member?: Awaited<ReturnType<typeof memberOf>>,
  ) => {
    const cookie = await signInCookieOf(member ?? (await memberOf(body, 'organizer')))
    const params = { initiative: of.slug, index: made.of.slug, edition: made.edition.id }
    const request = postForm('/organize', { 'source.vi': 'Nguồn', 'source.en': '', ...fields }, cookie)
    return importAction({ request, params, context: {} } as ActionFunctionArgs)
  }

  test('is shown first, then stored as one act, and taken back whole', async () => {
    const made = await indexOf(of.id, { table: 'name,rank\nAlpha,1' })
    const text = 'name,rank,speed.score\nAlpha,2,\nBeta,1,7'
    const shown = Object(await sent(made, { text }))
    expect(shown.data.shown.view).toMatchObject({ added: 1, changed: 1 })
    expect((await getEdition(system(), made.of, made.edition.id)).entries).toHaveLength(1)
    const member = await memberOf(body, 'organizer')
    const stored = await sent(made, { text, previewed: fingerprintOf([]) }, member)
    expect(Object(stored).status).toBe(303)
    const { entries } = await getEdition(system(), made.of, made.edition.id)
    expect(entries.map(({ name, rank }) => [name.en, rank])).toEqual([
      ['Beta', 1],
      ['Alpha', 2],
    ])
    const [done] = await db.select().from(act).where(eq(act.accountId, member.id))
    expect(done).toMatchObject({ verb: 'edition.imported', initiativeId: of.id })
    const told = await db.select().from(activity).where(eq(activity.accountId, member.id))
    expect(told).toMatchObject([{ verb: 'edition.imported', details: { count: 2 } }])
    await undoAct(signedIn(member), done?.id ?? '')
    const before = await getEdition(system(), made.of, made.edition.id)
    expect(before.entries.map(({ name, rank }) => [name.en, rank])).toEqual([['Alpha', 1]])
    expect(await db.$count(indexUnit, eq(indexUnit.indexId, made.of.id))).toBe(1)
    expect(await db.select().from(indexValue).where(eq(indexValue.score, 7))).toEqual([])
  })

  test('that is none is refused with what was typed', async () => {
    const made = await indexOf(of.id, {})
    const answer = Object(await sent(made, { text: 'no table here' }))
    expect(answer.init.status).toBe(400)
    expect(answer.data.typed.text).toBe('no table here')
    expect(answer.data.problem).not.toBe('')
  })
})

describe('an index for readers', () => {
  const seeded = async () => {
    const made = await indexOf(of.id, {
      grid: 'provinces',
      table: 'place,rank\nphu-yen,1\nquang-ninh,3\nthua-thien-hue,2',
      edition: { year: 2023 },
    })
    await editionOf(made.of, { year: 2024, announcedOn: '2024-12-11', table: places })
    await editionOf(made.of, { year: 2026, table: 'place,rank\ndak-lak-2025,1\nhue,4\nquang-ninh,2' })
    return getPublicIndex(made.of.slug)
  }
  const asked = { year: null, sort: null, locale: 'en' as const }

  test('shows the latest edition, and each by its year, against the one before', async () => {
    const index = await seeded()
    const latest = editionView(index, asked)
    expect([latest.edition?.year, latest.beforeYear, latest.years]).toEqual([2026, 2024, [2026, 2024, 2023]])
    expect(latest.rows[0]?.change).toMatchObject({ kind: 'joined' })
    expect(latest.tiles).toHaveLength(36)
    const then = editionView(index, { ...asked, year: '2024' })
    expect(then.rows.map(({ change }) => change)).toEqual([
      { kind: 'moved', by: 0, from: 1 },
      { kind: 'moved', by: 1, from: 3 },
      { kind: 'unknown' },
    ])
    expect(then.tiles).toHaveLength(65)
    expect(() => editionView(index, { ...asked, year: '1999' })).toThrow('edition-missing')
  })

  test('is sorted by its columns, what is not known last', async () => {
    const index = await seeded()
    const keys = (sort: string) =>
      editionView(index, { ...asked, year: '2024', sort }).rows.map(({ key }) => key)
    expect(keys('-rank')).toEqual(['quang-ninh', 'phu-yen', 'ha-noi'])
    expect(keys('name')).toEqual(['ha-noi', 'phu-yen', 'quang-ninh'])
    expect(keys('nonsense')).toEqual(['phu-yen', 'quang-ninh', 'ha-noi'])
  })

  test('answers in 2025 and in 2026 where Phú Yên stands', async () => {
    const index = await seeded()
    const ask = (year: string) => unitView(index, { key: 'phu-yen', asked: year, present: 2026 })
    expect(ask('2025').stays.map(({ key, fromDay, toDay }) => [key, fromDay, toDay])).toEqual([
      ['phu-yen', null, '2025-06-30'],
      ['dak-lak-2025', '2025-07-01', null],
    ])
    expect(ask('2025').lastYear).toBe(2024)
    expect(ask('2026').stays).toMatchObject([{ key: 'dak-lak-2025', isItself: false }])
    expect(ask('2026').ranks.map(({ year, entry }) => [year, entry?.rank])).toEqual([
      [2026, undefined],
      [2024, 1],
      [2023, 1],
    ])
    const joined = unitView(index, { key: 'dak-lak-2025', asked: null, present: 2026 })
    expect(joined.before.map(({ key, ranks }) => [key, ranks.length])).toEqual([
      ['dak-lak', 0],
      ['phu-yen', 2],
    ])
    expect(() => ask('1999')).toThrow('missing')
    expect(() => unitView(index, { key: 'atlantis', asked: null, present: 2026 })).toThrow('unit-missing')
  })

  test('goes out as a table that no spreadsheet runs, and as data', async () => {
    const index = await seeded()
    const { slug } = index.index
    const get = (name: string) => {
      const args = { request: getPage(`/indices/${name}`), params: { file: name }, context: {} }
      return file(args as LoaderFunctionArgs)
    }
    const table = await (await get(`${slug}.csv`)).text()
    expect(table.split('\r\n')).toHaveLength(11)
    expect(table).toContain(`"'=khen"`)
    expect(table).toMatch(/"2024","ha-noi","Hà Nội","Hà Nội","","","","","",""/)
    const json = await (await get(`${slug}.json`)).json()
    expect(json.editions[1].entries.find((one: { place: string }) => one.place === 'ha-noi')).toMatchObject({
      rank: null,
      score: null,
      values: [],
    })
    expect((await get(slug)).headers.get('Location')).toMatch(new RegExp(`^/(vi|en)/indices/${slug}$`))
  })

  test('says to machines what it is, and its canonical address is the same in every order', async () => {
    const index = await seeded()
    const view = editionView(index, { ...asked, sort: '-name' })
    const head = indexHead(index, view, `/en/indices/${index.index.slug}`, 'en')
    expect(head.canonical).toMatch(new RegExp(`/en/indices/${index.index.slug}$`))
    const dataset = head.structured.find((one) => one['@type'] === 'Dataset')
    expect(dataset).toMatchObject({ temporalCoverage: '2023/2026', isAccessibleForFree: true })
    expect(dataset?.distribution).toHaveLength(2)
  })
})
