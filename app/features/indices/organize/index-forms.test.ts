import type { ActionFunctionArgs } from '@remix-run/node'
import { desc, eq } from 'drizzle-orm'
import { describe, expect, it, test } from 'vitest'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { flatten } from '#app/shared/forms/merge.ts'
import { act } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { carriedBy, indexOf } from '#tests/factories/places.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { getEdition } from '../domain/indices.server.ts'
import { isCircular, kinText, readKin } from '../domain/kin-lines.ts'
import { getUnit } from '../domain/save-unit.server.ts'
import * as componentPage from './component-page.tsx'
import * as entryPage from './entries/one-entry.tsx'
import * as unitPage from './units/one-unit.tsx'

const { db } = await testDatabase()
const nothing = { 'source.vi': '', 'source.en': '' }

type Page = { loader(args: ActionFunctionArgs): unknown; action(args: ActionFunctionArgs): unknown }
type Asked = {
  data: { conflict?: { differences: { field: string }[] }; errors: object }
  init: { status: number }
}

/** An index with two ranked things; `open` reads the form of a page, `save` sends it. */
async function desk(more: Record<string, string>) {
  const body = await organization()
  const member = await memberOf(body, 'organizer')
  const { id, slug } = await carriedBy(body.id)
  const { of, edition } = await indexOf(id, { table: 'name,rank\nAlpha,1\nBeta,2' })
  const params = { initiative: slug, index: of.slug, edition: edition.id, ...more }
  const cookie = await signInCookieOf(member)
  const args = (request: Request, to: object) => ({ request, params: { ...params, ...to }, context: {} })
  const open = async ({ loader }: Page, to = {}) => {
    const { data } = (await loader(args(getPage('/organize', cookie), to))) as {
      data: { values: FormValues; base: string }
    }
    return { ...flatten(data.values), base: data.base }
  }
  const save = ({ action }: Page, fields: Record<string, string>, to = {}) =>
    action(args(postForm('/organize', fields, cookie), to)) as Promise<Response & Asked>
  const undoLast = async () => {
    const [last] = await db
      .select()
      .from(act)
      .where(eq(act.accountId, member.id))
      .orderBy(desc(act.createdAt))
    await undoAct(signedIn(member), String(last?.id))
  }
  const entryOf = async (key: string) =>
    (await getEdition(system(), of, edition.id)).entries.find((one) => one.key === key)
  return { of, edition, open, save, undoLast, entryOf }
}

const fieldsIn = ({ data }: Asked) => data.conflict?.differences.map(({ field }) => field)

describe('what an edition says of one thing', () => {
  it('is changed in a form, and taken back', async () => {
    const { open, save, undoLast, entryOf } = await desk({ unit: 'alpha' })
    const form = await open(entryPage)
    const typed = { rank: '3', score: '7,5', 'scoreSource.vi': 'VFDA, tháng 12', 'scoreSource.en': '' }
    expect((await save(entryPage, { ...form, ...typed })).status).toBe(303)
    const known = { rank: 3, score: 7.5, scoreSource: { vi: 'VFDA, tháng 12' }, revision: 2 }
    expect(await entryOf('alpha')).toMatchObject({ ...known, rankSource: { vi: 'Nguồn thử' } })
    await undoLast()
    expect(await entryOf('alpha')).toMatchObject({ rank: 1, score: null, scoreSource: {} })
  })

  it('is asked about when two change it at once', async () => {
    const { open, save, entryOf } = await desk({ unit: 'alpha' })
    const form = await open(entryPage)
    await save(entryPage, { ...form, rank: '5' })
    const asked = await save(entryPage, { ...form, rank: '6' })
    expect([asked.init.status, fieldsIn(asked)]).toEqual([409, ['rank']])
    expect((await entryOf('alpha'))?.rank).toBe(5)
  })

  it('has somebody who says so, and nobody speaks of nothing', async () => {
    const { open, save } = await desk({ unit: 'alpha' })
    const form = await open(entryPage)
    for (const wrong of [{ score: '7' }, { rank: '' }, { rank: '0' }, { score: 'x' }])
      expect((await save(entryPage, { ...form, ...wrong })).init.status).toBe(400)
  })

  it('can be said of a thing that was not named before, once', async () => {
    const { save, entryOf } = await desk({ unit: 'new' })
    await save(unitPage, { ...nothing, 'name.vi': 'Gamma', 'name.en': 'Gamma' })
    const said = { rank: '3', 'rankSource.vi': 'VFDA', 'rankSource.en': 'VFDA' }
    const fields = { ...said, unit: 'gamma', score: '', 'scoreSource.vi': '', 'scoreSource.en': '' }
    expect((await save(entryPage, fields)).status).toBe(303)
    expect(await entryOf('gamma')).toMatchObject({ rank: 3, score: null })
    expect((await save(entryPage, fields)).init.status).toBe(409)
    expect((await save(entryPage, { ...fields, unit: 'nowhere' })).init.status).toBe(400)
  })
})

describe('a thing that can be ranked', () => {
  it('is added with its days and what it was made of, and the others know it', async () => {
    const { of, open, save, undoLast } = await desk({ unit: 'new' })
    const typed = {
      ...nothing,
      'name.vi': 'Gamma mới',
      'name.en': 'New Gamma',
      fromDay: '2025-07-01',
      toDay: '',
      before: 'alpha; 2025-07-01; Nghị quyết; Resolution\nbeta; 2025-07-01',
    }
    expect((await save(unitPage, typed)).status).toBe(303)
    const made = await getUnit(of, 'new-gamma')
    expect(made).toMatchObject({ name: { vi: 'Gamma mới' }, fromDay: '2025-07-01', toDay: null })
    expect(made.before).toMatchObject([
      { key: 'alpha', source: { vi: 'Nghị quyết', en: 'Resolution' } },
      { key: 'beta', source: {} },
    ])
    expect((await getUnit(of, 'alpha')).after).toMatchObject([{ key: 'new-gamma', onDay: '2025-07-01' }])
    expect((await save(unitPage, typed)).init.status).toBe(409)
    const form = await open(unitPage, { unit: 'alpha' })
    await save(unitPage, { ...form, toDay: '2025-06-30', after: '' }, { unit: 'alpha' })
    expect((await getUnit(of, 'new-gamma')).before.map(({ key }) => key)).toEqual(['beta'])
    await undoLast()
    expect((await getUnit(of, 'new-gamma')).before.map(({ key }) => key)).toEqual(['alpha', 'beta'])
  })

  it('is asked about when it changed from the other end, or by another', async () => {
    const { of, open, save } = await desk({ unit: 'alpha' })
    const [mine, theirs] = [await open(unitPage), await open(unitPage, { unit: 'beta' })]
    await save(unitPage, { ...theirs, before: 'alpha; 2025-07-01' }, { unit: 'beta' })
    const asked = await save(unitPage, { ...mine, after: 'beta; 2025-01-01' })
    expect([asked.init.status, fieldsIn(asked)]).toEqual([409, ['after']])
    expect((await save(unitPage, { ...mine, 'name.vi': 'An-pha' })).status).toBe(303)
    expect(await getUnit(of, 'alpha')).toMatchObject({ name: { vi: 'An-pha' }, after: [{ key: 'beta' }] })
  })

  it('ends after it began, and comes of things that there are, never of itself', async () => {
    const { open, save } = await desk({ unit: 'alpha' })
    const form = await open(unitPage)
    for (const wrong of [
      { fromDay: '2025-07-01', toDay: '2025-06-30' },
      { fromDay: '2025-02-30' },
      { after: 'nowhere; 2025-07-01' },
      { before: 'alpha; 2025-07-01' },
      { before: 'beta; 2025-07-01', after: 'beta; 2025-07-01' },
      { after: 'beta' },
      { 'name.vi': '', 'name.en': '' },
    ])
      expect((await save(unitPage, { ...form, ...wrong })).init.status, JSON.stringify(wrong)).toBe(400)
  })
})

it('the weight of a component is asked about when two change it at once', async () => {
  const { of, edition, open, save } = await desk({ component: 'care' })
  const form = await open(componentPage)
  await save(componentPage, { ...form, weight: '20' })
  const asked = await save(componentPage, { ...form, weight: '30' })
  expect([asked.init.status, fieldsIn(asked)]).toEqual([409, ['weight']])
  expect((await save(componentPage, { ...form, 'method.vi': 'Khảo sát' })).status).toBe(303)
  const [care] = (await getEdition(system(), of, edition.id)).components
  expect(care).toMatchObject({ key: 'care', weight: 20, method: { vi: 'Khảo sát' } })
})

describe('lines of what went on in what', () => {
  test.each([
    ['a; 2025-07-01', [{ key: 'a', onDay: '2025-07-01', source: { vi: '', en: '' } }]],
    ['a; 2025-07-01; ; R', [{ key: 'a', onDay: '2025-07-01', source: { vi: '', en: 'R' } }]],
    [' \n', []],
  ])('%j', (typed, kin) => {
    expect(readKin(typed)).toEqual({ kin })
    expect(readKin(kinText(kin))).toEqual({ kin })
  })

  test.each([
    [[['a', 'b']], false],
    [
      [
        ['a', 'b'],
        ['c', 'b'],
      ],
      false,
    ],
    [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      true,
    ],
    [
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      true,
    ],
  ])('%j come back to themselves: %s', (pairs, expected) => {
    expect(isCircular(pairs.map(([before = '', after = '']) => ({ before, after })))).toBe(expected)
  })
})
