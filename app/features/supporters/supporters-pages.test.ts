import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { action as undo } from '#app/features/acts/organize/act.tsx'
import { act, campaign, introduction, list, outbox, supporter, supporterLogo } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { initiativeWith, supporterOf } from '#tests/factories/supporters.ts'
import { joiningToken, supportingToken } from './domain/supporter-links.server.ts'
import { joiningPath, supportingPath } from './domain/supporter-paths.ts'
import { action as erase } from './erasure.tsx'
import * as join from './join.tsx'
import * as joining from './joining.tsx'
import { action as sendLogo } from './logo.tsx'
import * as all from './organize/all-supporters.tsx'
import { action as showLogo } from './organize/logo-showing.ts'
import { action as introduce } from './organize/new-introduction.tsx'
import { action as beginNews } from './organize/news-campaign.ts'
import { action as remove } from './organize/removal.tsx'
import { loader as csv } from './organize/supporters-csv.ts'
import { loader as shownLogo } from './shown-logo-file.ts'
import * as supporters from './supporters.tsx'

const { db } = await testDatabase()

const statusOf = (answer: unknown) =>
  answer instanceof Response
    ? answer.status
    : ((answer as { init?: { status?: number } }).init?.status ?? 200)

type Previewed = { data: { preview: { print: string; mails: number } } }

async function formOf(slug: string) {
  const shown = await join.loader({
    request: getPage(`/vi/initiatives/${slug}/join`),
    params: { lang: 'vi', initiative: slug },
    context: {},
  })
  return {
    name: 'Trần Nhà Phim',
    email: `phim-${nextNumber()}@example.org`,
    kind: 'film-maker',
    body: '',
    country: 'VN',
    language: 'vi',
    listed: 'on',
    texts: shown.data.textsKey,
  }
}
const send = (slug: string, fields: Record<string, string>) =>
  join.action({
    request: postForm(`/vi/initiatives/${slug}/join`, fields),
    params: { lang: 'vi', initiative: slug },
    context: {},
  })

describe('the form to join', () => {
  it('answers the same whether the address joined, waits, was removed or is new', async () => {
    const of = await initiativeWith()
    const fields = await formOf(of.slug)
    const known = await Promise.all(
      (['joined', 'waiting', 'removed', 'left'] as const).map((state) => supporterOf(of.id, { state })),
    )
    const answers = []
    for (const email of [...known.map((one) => one.email), fields.email]) {
      const answer = await send(of.slug, { ...fields, email })
      answers.push([statusOf(answer), answer instanceof Response && answer.headers.get('Location')])
    }
    expect(answers).toEqual(Array(5).fill([303, `/vi/initiatives/${of.slug}/join?done=asked`]))
  })

  it('keeps what was typed where something is wrong, and says at which field', async () => {
    const of = await initiativeWith()
    const fields = await formOf(of.slug)
    const wrong = { ...fields, email: 'no', kind: 'university', name: 'xem www.example.com', country: 'XX' }
    expect(await send(of.slug, wrong)).toMatchObject({
      init: { status: 400 },
      data: {
        values: { email: 'no', name: 'xem www.example.com', kind: 'university' },
        errors: {
          email: { message: 'shared.form.email' },
          name: { message: 'supporters.form.no-link' },
          country: { message: 'shared.form.choose' },
        },
      },
    })
    expect(await send(of.slug, { ...fields, kind: 'university' })).toMatchObject({
      init: { status: 400 },
      data: { errors: { body: { message: 'supporters.form.body-missing' } } },
    })
    expect(await send(of.slug, { ...fields, texts: 'older' })).toMatchObject({ init: { status: 409 } })
  })

  it('of an initiative that readers do not see is not there', async () => {
    const of = await initiativeWith([], { publishedAt: null })
    await expect(formOf(of.slug)).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('the links of mails', () => {
  it('join nobody by being opened, and by their button', async () => {
    const of = await initiativeWith()
    const { id } = await supporterOf(of.id, { state: 'waiting' })
    const params = { token: joiningToken(id) }
    const path = joiningPath(params.token)
    const state = async () => (await db.select().from(supporter).where(eq(supporter.id, id)))[0]?.state
    const shown = await joining.loader({ request: getPage(path), params, context: {} })
    expect(shown.data).toMatchObject({ isWaiting: true, revision: 1 })
    expect(await state()).toBe('waiting')
    const pressed = await joining.action({ request: postForm(path, { revision: '1' }), params, context: {} })
    expect(pressed).toMatchObject({ status: 303 })
    expect((pressed as Response).headers.get('Location')).toBe(supportingPath(supportingToken(id)))
    expect(await state()).toBe('joined')
  })

  it('that confirms does not open the own page, nor the other way round', async () => {
    const { id } = await supporterOf((await initiativeWith()).id)
    const params = { token: supportingToken(id) }
    expect(statusOf(await joining.loader({ request: getPage('/joining/x'), params, context: {} }))).toBe(410)
    const other = { token: joiningToken(id) }
    const erased = erase({ request: postForm('/supporting/x/erasure', {}), params: other, context: {} })
    await expect(erased).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('the public list', () => {
  const load = async (slug: string, query = '', lang = 'vi') =>
    (
      await supporters.loader({
        request: getPage(`/${lang}/initiatives/${slug}/supporters${query}`),
        params: { lang, initiative: slug },
        context: {},
      })
    ).data

  it('shows who agreed, by given name in Vietnamese and by family name in English', async () => {
    const of = await initiativeWith()
    for (const name of ['Trần Văn Đức', 'Ngô Phương Lan', 'Cameron Kerry', 'Phạm An'])
      await supporterOf(of.id, { name, isListed: true })
    await supporterOf(of.id, { name: 'Kín Đáo' })
    await supporterOf(of.id, { name: 'Đã Rời', state: 'left' })
    const names = async (lang: string) => (await load(of.slug, '', lang)).rows.map((row) => row.name)
    expect(await names('vi')).toEqual(['Phạm An', 'Trần Văn Đức', 'Cameron Kerry', 'Ngô Phương Lan'])
    expect(await names('en')).toEqual(['Cameron Kerry', 'Ngô Phương Lan', 'Phạm An', 'Trần Văn Đức'])
    const page = await load(of.slug)
    expect([page.joined, page.listed]).toEqual([5, 4])
    expect(JSON.stringify(page)).not.toContain('Kín Đáo')
    expect(JSON.stringify(page)).not.toContain('@example.org')
  })

  it('goes on from a name, there and back, and narrows to a kind and a country', async () => {
    const of = await initiativeWith()
    for (let n = 0; n < 65; n++)
      await supporterOf(of.id, { name: `Người ${String(n).padStart(2, '0')}`, isListed: true })
    await supporterOf(of.id, { name: 'Jo Fund', kind: 'investor', country: 'US', isListed: true })
    const first = await load(of.slug)
    expect(first.rows).toHaveLength(60)
    const more = `?${new URLSearchParams({ place: first.next ?? '' })}`
    const second = await load(of.slug, more)
    expect(second.rows).toHaveLength(6)
    expect(second.next).toBe(null)
    const back = await load(of.slug, `?${new URLSearchParams({ place: second.previous ?? '' })}`)
    expect(back.rows).toEqual(first.rows)
    expect((await load(of.slug, '?kind=investor')).rows).toHaveLength(1)
    expect((await load(of.slug, '?country=US')).rows).toHaveLength(1)
    expect((await load(of.slug, '?country=US&kind=expert')).rows).toHaveLength(0)
    expect((await load(of.slug, '?kind=x&country=y&place=z')).rows).toHaveLength(60)
  })
})

describe('the desk', () => {
  async function desk() {
    const body = await organization()
    const of = await initiativeWith([body])
    const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
    const params = { initiative: of.slug }
    const at = `/organize/initiatives/${of.slug}/supporters`
    return { body, of, cookie, params, at }
  }

  it('finds without diacritics, by what they wrote, by kind and by mark', async () => {
    const { of, cookie, params, at } = await desk()
    await supporterOf(of.id, { name: 'Đặng Hoàng Giang', offers: 'Trường quay Đà Nẵng' })
    await supporterOf(of.id, { name: 'Jo Fund', kind: 'investor', country: 'US', isMarked: true })
    const names = async (query: string) =>
      (await all.loader({ request: getPage(`${at}?${query}`, cookie), params, context: {} })).data.rows.map(
        (row) => row.name,
      )
    expect(await names('q=dang+giang')).toEqual(['Đặng Hoàng Giang'])
    expect(await names('q=truong+quay')).toEqual(['Đặng Hoàng Giang'])
    expect(await names('kind=investor')).toEqual(['Jo Fund'])
    expect(await names('marked=on')).toEqual(['Jo Fund'])
    expect(await names('country=VN&state=joined')).toEqual(['Đặng Hoàng Giang'])
    expect(await names('q=nobody')).toEqual([])
  })

  it('exports cells that no spreadsheet takes for a formula', async () => {
    const { of, cookie, params, at } = await desk()
    await supporterOf(of.id, { name: '=1+1', offers: '@cmd' })
    const file = await csv({ request: getPage(`${at}.csv`, cookie), params, context: {} })
    const text = await file.text()
    expect(text).not.toMatch(/(^|[,;"])[=@]/m)
    expect(text).toContain('1+1')
  })

  it('removes with a reason, and takes that back within the minute, news and all', async () => {
    const { of, cookie, params, at } = await desk()
    const { id, email } = await supporterOf(of.id, { isListed: true })
    const told = and(eq(outbox.kind, 'supporter-told'), eq(outbox.recipientEmail, email))
    const stored = async () => (await db.select().from(supporter).where(eq(supporter.id, id)))[0]
    const own = { ...params, supporter: id }
    const refused = await remove({ request: postForm(at, { reason: ' ' }, cookie), params: own, context: {} })
    expect(statusOf(refused)).toBe(400)
    await remove({ request: postForm(at, { reason: 'Trùng lặp' }, cookie), params: own, context: {} })
    expect(await stored()).toMatchObject({ state: 'removed', removedReason: 'Trùng lặp', listedAt: null })
    const [mail] = await db.select().from(outbox).where(told)
    expect(mail?.facts).toMatchObject({ supporting: { what: 'removed', reason: 'Trùng lặp' } })
    const [done] = await db.select().from(act).where(eq(act.initiativeId, of.id))
    await undo({ request: postForm('/organize', {}, cookie), params: { act: done?.id ?? '' }, context: {} })
    expect((await stored())?.state).toBe('joined')
    expect((await stored())?.listedAt).not.toBe(null)
    expect(await db.$count(outbox, told)).toBe(0)
  })

  it('shows both mails before two are asked, and forgets the asking when it is taken back', async () => {
    const { of, cookie, params, at } = await desk()
    const [first, second] = [await supporterOf(of.id), await supporterOf(of.id)]
    const fields = { first: first.id, second: second.id, words: 'Cùng làm phim' }
    const post = (more: Record<string, string> = {}) =>
      introduce({ request: postForm(at, { ...fields, ...more }, cookie), params, context: {} })
    const answer: unknown = await post()
    const shown = answer as Previewed
    expect(shown.data.preview.mails).toBe(2)
    const own = eq(introduction.initiativeId, of.id)
    expect(await db.$count(introduction, own)).toBe(0)
    expect(statusOf(await post({ previewed: shown.data.preview.print }))).toBe(303)
    expect(await db.$count(introduction, own)).toBe(1)
    const [done] = await db.select().from(act).where(eq(act.initiativeId, of.id))
    await undo({ request: postForm('/organize', {}, cookie), params: { act: done?.id ?? '' }, context: {} })
    expect(await db.$count(introduction, own)).toBe(0)
  })

  it('shows the sign of a body to readers only when somebody looked at it', async () => {
    const { of, cookie, params, at } = await desk()
    const { id } = await supporterOf(of.id, { body: 'Hãng Phim', kind: 'company', isListed: true })
    const image = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#a33' } })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('picture', new File([new Uint8Array(image)], 'logo.png', { type: 'image/png' }))
    const token = supportingToken(id)
    const request = new Request(`http://localhost:3000/supporting/${token}/logo`, {
      method: 'POST',
      body: form,
    })
    expect(statusOf(await sendLogo({ request, params: { token }, context: {} }))).toBe(303)
    const [logo] = await db.select().from(supporterLogo).where(eq(supporterLogo.supporterId, id))
    const open = () => shownLogo({ request: getPage('/'), params: { logo: logo?.id ?? '' }, context: {} })
    await expect(open()).rejects.toMatchObject({ kind: 'missing' })
    const own = { ...params, supporter: id }
    await showLogo({ request: postForm(at, { shown: 'on' }, cookie), params: own, context: {} })
    expect((await open()).status).toBe(200)
    await showLogo({ request: postForm(at, { shown: '' }, cookie), params: own, context: {} })
    await expect(open()).rejects.toMatchObject({ kind: 'missing' })
  })

  it('begins a campaign to those who wish for news', async () => {
    const { body, of, cookie, params, at } = await desk()
    const answer = await beginNews({ request: postForm(at, {}, cookie), params, context: {} })
    const [news] = await db
      .select()
      .from(list)
      .where(and(eq(list.initiativeId, of.id), eq(list.organizationId, body.id)))
    const [begun] = await db.select().from(campaign).where(eq(campaign.organizationId, body.id))
    expect(begun).toMatchObject({ state: 'draft', audience: { lists: [news?.id] } })
    expect(answer.headers.get('Location')).toContain(`/campaigns/${begun?.id}/message`)
  })
})
