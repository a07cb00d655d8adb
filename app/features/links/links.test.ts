import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sum } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { action as register } from '#app/features/registration/register.tsx'
import { createLinkVisits } from '#app/server/web/link-visits.server.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { nothingChangedHeader } from '#app/shared/http/nothing-changed.server.ts'
import { initiative, linkDay, registration, session } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { link } from '#tests/factories/links.ts'
import { first } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { send } from '#tests/requests.ts'
import { forgetLinks } from './domain/link-at.server.ts'
import { countWithoutLink, listLinks } from './domain/links.server.ts'
import { bySource } from './domain/source-figures.ts'
import { loader as picture } from './link-picture-file.ts'
import { action as archive } from './organize/link-archiving.ts'
import * as linkPage from './organize/link-page.tsx'
import { action as remove } from './organize/link-removal.ts'
import { action as restore } from './organize/link-restoration.ts'
import { loader as poster } from './organize/poster-pdf.ts'
import * as promotion from './organize/promotion.tsx'

const { db } = await testDatabase()
const phone =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'
const browser = {
  'User-Agent': phone,
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
  'Accept-Language': 'vi-VN,vi;q=0.9',
}
let port = 0
const visits = createLinkVisits({
  // Each test is a network of its own.
  trusts: (_, step) => step === 0,
  otherwise: (_, res) => res.writeHead(404).end(),
})
const server = createServer((req, res) => {
  if (!visits.take(req, res)) res.writeHead(404).end()
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

const follow = (code: string, headers: Record<string, string> = {}, method = 'GET') =>
  send({ port }, `/go/${code}`, { method, headers: { ...browser, ...headers } })

async function counts(linkId: string) {
  const [row] = await db
    .select({ person: sum(linkDay.person), machine: sum(linkDay.machine), unsure: sum(linkDay.unsure) })
    .from(linkDay)
    .where(eq(linkDay.linkId, linkId))
  return [Number(row?.person ?? 0), Number(row?.unsure ?? 0), Number(row?.machine ?? 0)]
}

describe('a link', () => {
  it('leads to its page with its code, in the language of its reader, and leaves nothing behind', async () => {
    const { slug, id } = await event()
    const { code } = await link(id)
    const answer = await follow(code.toUpperCase(), { 'X-Forwarded-For': '203.0.113.1' })
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe(`/vi/events/${slug}?via=${code}`)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['set-cookie']).toBe(undefined)
    const english = await follow(code, { 'Accept-Language': 'en-US', 'X-Forwarded-For': '203.0.113.2' })
    expect(english.headers.location).toBe(`/en/events/${slug}?via=${code}`)
    const elsewhere = await link(id, { target: 'page', url: 'https://danaff.vn/' })
    expect((await follow(elsewhere.code)).headers.location).toBe('https://danaff.vn/')
    expect((await follow('2222223')).status).toBe(404)
  })

  it('leads to a session or an initiative, and to the event when that is gone', async () => {
    const at = await event()
    const { slug, id } = at
    const talk = await sessionOf(at)
    const friends = first(
      await db
        .insert(initiative)
        .values({
          slug: `friends-${id.slice(0, 8)}`,
          name: { vi: 'Bạn của điện ảnh' },
          publishedAt: new Date(),
        })
        .returning(),
    )
    const made = [
      await link(id, { target: 'session', sessionId: talk.id }),
      await link(id, { target: 'initiative', initiativeId: friends.id }),
    ]
    const leads = async () => {
      const answers = []
      for (const { code } of made) answers.push((await follow(code)).headers.location?.split('?')[0])
      return answers
    }
    expect(await leads()).toEqual([
      `/vi/events/${slug}/sessions/${talk.slug}`,
      `/vi/initiatives/${friends.slug}`,
    ])
    const elsewhere = await sessionOf(await event())
    const stolen = link(id, { target: 'session', sessionId: elsewhere.id })
    await expect(stolen).rejects.toMatchObject({ code: 'session-missing' })
    const draft = first(
      await db
        .insert(initiative)
        .values({ slug: `draft-${id.slice(0, 8)}` })
        .returning(),
    )
    const early = link(id, { target: 'initiative', initiativeId: draft.id })
    await expect(early).rejects.toMatchObject({ code: 'initiative-missing' })
    await db.delete(initiative).where(eq(initiative.id, friends.id))
    await db.delete(session).where(eq(session.id, talk.id))
    forgetLinks()
    expect(await leads()).toEqual([`/vi/events/${slug}`, `/vi/events/${slug}`])
  })

  it('counts people, machines and what is unsure apart, and every request before it is answered', async () => {
    const { id, code } = await link((await event()).id)
    const all = Array.from({ length: 40 }, (_, at) => follow(code, { 'X-Forwarded-For': `198.51.100.${at}` }))
    await Promise.all(all)
    expect(await counts(id)).toEqual([40, 0, 0])
    await follow(code, {}, 'HEAD')
    await follow(code, { 'User-Agent': 'facebookexternalhit/1.1' })
    // The same reader, who pressed twice.
    await follow(code, { 'X-Forwarded-For': '198.51.100.1' })
    expect(await counts(id)).toEqual([40, 1, 2])
  })

  it('takes back what a scanner was counted as that follows every link of a mail', async () => {
    const { id } = await event()
    const made = await Promise.all([link(id), link(id), link(id)])
    for (const one of made) await follow(one.code, { 'X-Forwarded-For': '192.0.2.77' })
    expect(await Promise.all(made.map((one) => counts(one.id)))).toEqual([
      [0, 0, 1],
      [0, 0, 1],
      [0, 0, 1],
    ])
  })
})

describe('whoever comes by a link', () => {
  it('has its source on their registration, and the rows of the figures add up to all of them', async () => {
    const made = await event()
    const seats = await category(made)
    const [hall, partner] = [await link(made.id), await link(made.id, { source: 'partner' })]
    const foreign = await link((await event()).id)
    const comes = async (via: string, n: number) => {
      const path = `/vi/events/${made.slug}/register${via}`
      const fields = { name: 'Lan', email: `lan${n}@example.org`, category: seats.code, consent: 'on' }
      return register({ request: postForm(path, fields), params: { event: made.slug }, context: {} })
    }
    const ways = [
      `?via=${hall.code}`,
      `?via=${hall.code}`,
      `?via=${partner.code}`,
      '',
      `?via=${foreign.code}`,
      '?via=x',
    ]
    for (const [n, way] of ways.entries()) await comes(way, n)
    const links = await listLinks(system(), made.id)
    const { rows, total } = bySource(links, await countWithoutLink(made.id))
    expect(rows.map(({ source, registered }) => [source, registered])).toEqual([
      ['poster', 2],
      ['partner', 1],
      [null, 3],
    ])
    expect(total.registered).toBe(await db.$count(registration, eq(registration.eventId, made.id)))
  })
})

describe('the desk', () => {
  async function desk() {
    const body = await organization()
    const made = await event({ hosts: [body] })
    const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
    const at = `/organize/events/${made.slug}/promotion`
    return { made, cookie, at }
  }
  const form = { name: 'Áp phích ở sảnh', source: 'poster', target: 'register', url: '', language: '' }

  it('makes a link, changes where it leads but not its code, and saves untouched', async () => {
    const { made, cookie, at } = await desk()
    const params = { event: made.slug }
    const answer = await promotion.action({ request: postForm(at, form, cookie), params, context: {} })
    const page = new URL((answer as Response).headers.get('Location') ?? '', 'http://x').pathname
    const id = page.split('/').at(-1) ?? ''
    const save = (fields: object) =>
      linkPage.action({
        request: postForm(page, { ...form, base: footprint(form), ...fields }, cookie),
        params: { ...params, link: id },
        context: {},
      })
    const [before] = await listLinks(system(), made.id)
    const same = (await save({})) as Response
    expect([same.status, same.headers.get('Location')]).toEqual([303, expect.stringContaining('promotion')])
    await save({ target: 'page', url: 'https://danaff.vn/vi' })
    // A colleague's form, opened before: another field joins, the same one is asked about.
    expect(await save({ name: 'Áp phích ở cửa' })).toMatchObject({ status: 303 })
    expect(await save({ target: 'agenda' })).toMatchObject({ init: { status: 409 } })
    const [after] = await listLinks(system(), made.id)
    expect(after).toMatchObject({
      code: before?.code,
      url: 'https://danaff.vn/vi',
      name: 'Áp phích ở cửa',
      revision: 3,
    })
  })

  it.each([
    [{ target: 'page', url: '' }, 'url'],
    [{ target: 'page', url: 'javascript:alert(1)' }, 'url'],
    [{ name: '' }, 'name'],
    [{ source: 'dream' }, 'source'],
    [{ target: 'session' }, 'target'],
    [{ target: 'session/no-id' }, 'target'],
    [{ target: 'dream' }, 'target'],
    [{ target: 'session/00000000-0000-4000-8000-000000000000' }, 'target'],
  ])('refuses %j at the field %s', async (fields, field) => {
    const { made, cookie, at } = await desk()
    const request = postForm(at, { ...form, ...fields }, cookie)
    const refused = await promotion.action({ request, params: { event: made.slug }, context: {} })
    expect(refused).toMatchObject({ init: { status: 400 }, data: { errors: { [field]: expect.anything() } } })
  })

  it('draws the code for print in the event’s colour, and a poster', async () => {
    const { made, cookie, at } = await desk()
    const { code, id } = await link(made.id)
    const drawn = async (file: string) =>
      picture({ request: getPage('/go/x'), params: { file }, context: {} })
    expect(await (await drawn(`${code}.svg`)).text()).toContain(`fill="${made.accent}"`)
    const png = Buffer.from(await (await drawn(`${code}.png`)).arrayBuffer())
    expect((await sharp(png).metadata()).width).toBeGreaterThan(600)
    await expect(drawn('2222223.svg')).rejects.toMatchObject({ code: 'link-missing' })
    const request = getPage(`${at}/links/${id}/poster.pdf`, cookie)
    const sheet = await poster({ request, params: { event: made.slug, link: id }, context: {} })
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('puts a link away, which leads on, and deletes one that nobody ever had', async () => {
    const { made, cookie, at } = await desk()
    const kept = await link(made.id, { name: 'Áp phích cũ' })
    const post = async (of: { id: string }, module: { action: typeof archive }, path: string) =>
      module.action({
        request: postForm(`${at}/links/${of.id}/${path}`, {}, cookie),
        params: { event: made.slug, link: of.id },
        context: {},
      })
    const isArchived = async () => (await listLinks(system(), made.id))[0]?.archivedAt !== null
    await follow(kept.code, { 'X-Forwarded-For': '203.0.113.40' })
    await post(kept, { action: archive }, 'archiving')
    expect(await isArchived()).toBe(true)
    expect((await follow(kept.code, { 'X-Forwarded-For': '203.0.113.41' })).status).toBe(302)
    expect(await counts(kept.id)).toEqual([2, 0, 0])
    const again = (await post(kept, { action: archive }, 'archiving')) as Response
    expect(again.headers.get(nothingChangedHeader)).not.toBeNull()
    await expect(post(kept, { action: remove }, 'removal')).rejects.toMatchObject({ code: 'link-used' })
    await post(kept, { action: restore }, 'restoration')
    expect(await isArchived()).toBe(false)
    const fresh = await link(made.id)
    await post(fresh, { action: remove }, 'removal')
    expect((await listLinks(system(), made.id)).map(({ id }) => id)).toEqual([kept.id])
    expect((await follow(fresh.code)).status).toBe(404)
  })
})
