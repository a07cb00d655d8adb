import { desc, eq } from 'drizzle-orm'
import readExcelFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberRole } from '#app/shared/vocabulary.ts'
import { activity, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { loader as csv } from './export/registrations-csv.ts'
import { loader as xlsx } from './export/registrations-xlsx.ts'
import { action as add, loader as addPage } from './new-registration.tsx'
import { loader as detail } from './one-registration.tsx'
import { loader as list } from './registration-list.tsx'
import { action as approve } from './steps/approval.ts'
import { action as decline } from './steps/decline.ts'
import { action as moveUp } from './steps/promotion.ts'
import { action as cancel } from './steps/registration-cancellation.ts'
import { action as resend } from './steps/resend.ts'

const { db } = await testDatabase()

async function desk(role: MemberRole = 'organizer') {
  const body = await organization()
  const at = await event({ hosts: [body] })
  return { at, path: `/organize/events/${at.slug}/registrations`, cookie: await cookieOf(body, role) }
}

const cookieOf = async (body: { id: string }, role: MemberRole = 'organizer') =>
  signInCookieOf(await memberOf(body, role, { locale: 'en' }))
const args = (request: Request, slug: string, id = '') => ({
  request,
  params: { event: slug, registration: id },
  context: {},
})
const stateOf = async (id: string) => {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  return row?.state
}

describe('the steps of a registration', () => {
  test('lead back to it when done, and come back with the reason why not', async () => {
    const { at, path, cookie } = await desk()
    const row = await registration(at.guest, { state: 'pending' })
    const post = (fields = {}) => args(postForm(`${path}/${row.id}`, fields, cookie), at.slug, row.id)
    const done = await approve(post())
    expect(done).toMatchObject({ status: 303 })
    expect((done as Response).headers.get('location')).toBe(`${path}/${row.id}`)
    expect(await stateOf(row.id)).toBe('confirmed')
    expect(await decline(post({ reason: 'Hết chỗ' }))).toMatchObject({
      init: { status: 409 },
      data: { sentence: expect.stringMatching(/\S/), values: { reason: 'Hết chỗ' } },
    })
    expect(await moveUp(post())).toMatchObject({ init: { status: 409 } })
    expect(await cancel(post({ reason: 'x'.repeat(501) }))).toMatchObject({
      init: { status: 400 },
      data: { errors: { reason: {} } },
    })
    expect(await resend(post())).toMatchObject({ status: 303 })
    expect(await cancel(post({ reason: 'Xin lỗi' }))).toMatchObject({ status: 303 })
    expect(await stateOf(row.id)).toBe('cancelled')
    const mails = await db.select().from(outbox).where(eq(outbox.registrationId, row.id))
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['cancelled', 'confirmed', 'confirmed'])
  })

  test('are shown as the state allows, with what happened and what was mailed', async () => {
    const { at, path, cookie } = await desk()
    const row = await registration(at.guest, { state: 'waitlisted' })
    const open = () => detail(args(getPage(`${path}/${row.id}`, cookie), at.slug, row.id))
    expect((await open()).steps).toEqual(['promotion', 'decline', 'cancellation', 'resend', 'renewal'])
    await decline(args(postForm(path, { reason: 'Hết chỗ' }, cookie), at.slug, row.id))
    const page = await open()
    expect(page).toMatchObject({
      steps: ['reinstatement', 'resend', 'renewal'],
      registration: { reason: 'Hết chỗ' },
    })
    expect(page.history?.map(({ verb }) => verb)).toEqual(['registration.declined'])
    expect(page.mails?.map(({ kind, state }) => [kind, state])).toEqual([['declined', 'queued']])
    expect(JSON.stringify(page)).not.toContain(row.tokenSalt)
  })

  const steps = { approve, decline, cancel, moveUp, resend }
  test.each(Object.entries(steps))('%s is not for the door, other hosts or other events', async (_, step) => {
    const { at, path, cookie } = await desk('door')
    const row = await registration(at.guest, { state: 'waitlisted' })
    const stranger = await desk()
    const post = (by: string, slug: string) => step(args(postForm(path, {}, by), slug, row.id))
    await expect(post(cookie, at.slug)).rejects.toMatchObject({ kind: 'rights' })
    await expect(post(stranger.cookie, at.slug)).rejects.toMatchObject({ kind: 'missing' })
    await expect(post(stranger.cookie, stranger.at.slug)).rejects.toMatchObject({ kind: 'missing' })
    await expect(post('', at.slug)).rejects.toMatchObject({ status: 302 })
    expect(await stateOf(row.id)).toBe('waitlisted')
  })

  test('the door reads, and is offered nothing', async () => {
    const { at, path, cookie } = await desk('door')
    const row = await registration(at.guest)
    const page = await detail(args(getPage(path, cookie), at.slug, row.id))
    expect(page).toMatchObject({ steps: [], history: null, mails: null })
    expect(await list(args(getPage(path, cookie), at.slug))).toMatchObject({ mayManage: false })
    const asking = args(getPage(path, cookie), at.slug)
    for (const loader of [addPage, csv, xlsx]) {
      await expect(loader(asking)).rejects.toMatchObject({ kind: 'rights' })
    }
  })
})

describe('the list', () => {
  test('keeps its filter from page to page and counts without counting', async () => {
    const { at, path, cookie } = await desk()
    for (let n = 0; n < 51; n++) await registration(at.guest, { state: 'pending' })
    await registration(at.guest)
    const page = await list(args(getPage(`${path}?state=pending&category=nonsense`, cookie), at.slug))
    expect(page).toMatchObject({ total: 51, filter: { state: 'pending', category: undefined, q: '' } })
    const next = await list(args(getPage(`${path}?state=pending&cursor=${page.next}`, cookie), at.slug))
    expect([page.rows.length, next.rows.length, next.next]).toEqual([50, 1, null])
    expect(await list(args(getPage(`${path}?q=khach`, cookie), at.slug))).toMatchObject({ total: null })
  })
})

describe('adding by hand', () => {
  const fields = { name: 'Đặng "Linh"', email: 'linh@example.org', category: 'guest', language: 'vi' }

  test('opens the registration; a known address is shown where it is, with all that was typed', async () => {
    const { at, path, cookie } = await desk()
    const post = (more = {}) => add(args(postForm(path, { ...fields, ...more }, cookie), at.slug))
    const made = (await post()) as Response
    expect(made.status).toBe(303)
    expect(await post({ email: 'LINH@example.org', organization: 'VTV' })).toMatchObject({
      init: { status: 409 },
      data: {
        existing: made.headers.get('location'),
        errors: { email: {} },
        values: { name: 'Đặng "Linh"', organization: 'VTV' },
      },
    })
    expect(await post({ email: 'a@b.vn', category: 'x' })).toMatchObject({
      init: { status: 400 },
      data: { errors: { category: {} } },
    })
    expect(await post({ email: 'a', name: '' })).toMatchObject({ data: { errors: { email: {}, name: {} } } })
  })
})

describe('downloads', () => {
  let here: Awaited<ReturnType<typeof desk>>
  beforeAll(async () => {
    here = await desk()
    const { guest } = here.at
    await registration(guest, { name: '=cmd|calc', affiliation: 'Hãng "Phim", Hà Nội', jobTitle: '＝1' })
    await registration(guest, { name: 'Lê Ân', state: 'declined', reason: 'Dòng 1\nDòng 2', locale: 'en' })
  })
  const get = (query = '') => args(getPage(`${here.path}.csv${query}`, here.cookie), here.at.slug)

  test('CSV says everything, safely, and is noted', async () => {
    const file = await csv(get())
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="event-\d+-registrations-/)
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const [header, first, second] = new TextDecoder().decode(bytes).split('\r\n')
    expect(header).toContain('"Email","Organization"')
    expect(first).toMatch(/^"'=cmd\|calc","guest\d+@example.org","Hãng ""Phim"", Hà Nội","'＝1","Guest"/)
    expect(second).toMatch(/^"Lê Ân",.*"Declined","English",.*"Dòng 1\nDòng 2","","","","0",""$/s)
    const [noted] = await db.select().from(activity).orderBy(desc(activity.id)).limit(1)
    expect(noted).toMatchObject({ verb: 'registration.exported', details: { format: 'csv' } })
  })

  test('CSV follows the filter of the list', async () => {
    const text = await (await csv(get('?state=declined&q=le%20an'))).text()
    expect(text.trimEnd().split('\r\n')).toHaveLength(2)
  })

  test('XLSX holds text cells and no formula', async () => {
    const file = await xlsx(get())
    const rows = await readExcelFile(Buffer.from(await file.arrayBuffer()))
    const sheet = (rows as { data?: unknown[][] }[])[0]?.data ?? rows
    expect(sheet).toHaveLength(3)
    expect((sheet as unknown[][])[1]?.slice(0, 4)).toEqual([
      '=cmd|calc',
      expect.stringMatching(/^guest\d+@example.org$/),
      'Hãng "Phim", Hà Nội',
      '＝1',
    ])
    expect((sheet as unknown[][])[2]?.[8]).toBe('Dòng 1\nDòng 2')
  })
})
