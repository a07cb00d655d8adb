import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page, Route } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { partSize } from '#app/shared/files/store-file.server.ts'
import { connection } from '#db/client.server.ts'
import { linkedSpeaker } from '#tests/factories/linked-speaker.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const en = { locale: 'en' } as const
let asked: Awaited<ReturnType<typeof linkedSpeaker>>
let home = ''
let cookie: { name: string; value: string; url: string }
let folder = ''

beforeAll(async () => {
  const body = await organization()
  asked = await linkedSpeaker({ hosts: [body] })
  home = `/speaking/${asked.token}`
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  cookie = { name, value, url: app.url }
  folder = await mkdtemp(path.join(tmpdir(), 'ban-tron-slides-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytesKept = async () => {
  const [row] = await connection()
    .sql`select coalesce(sum(octet_length(content)), 0)::int as bytes from file_chunk`
  return row?.bytes
}

const saved = (page: Page) => page.getByText(m['speaking.page.saved']({}, vi)).waitFor()

/** Opens the folded part of the page with these words. */
const open = (page: Page, words: string) => page.locator('summary', { hasText: words }).click()

describe.each([
  ['on a phone', true, 360],
  ['without script', false, 1280],
] as const)('a speaker %s', (_, script, width) => {
  it('answers with a word to it, and asks for another time', async () => {
    const speaker = await comes({ script, width })
    const { page } = speaker
    await page.goto(home)
    await page.getByText('Đặng Hoàng Giang').first().waitFor()
    if (script) await expectGoodPage(speaker)
    await page.getByLabel(m['speaking.session.note']({}, vi)).fill('Tôi bận họp ở Đà Nẵng')
    await page.getByRole('button', { name: m['speaking.session.decline']({}, vi) }).click()
    await saved(page)
    await page.getByText(m['speaking.state.declined']({}, vi)).waitFor()
    await open(page, m['speaking.proposal.title']({}, vi))
    await page.getByLabel(m['speaking.proposal.note']({}, vi)).fill('Sau giờ trưa')
    await page.getByRole('button', { name: m['speaking.proposal.send']({}, vi) }).click()
    await saved(page)
    await page.locator('article', { hasText: 'Quý vị đã đề nghị' }).waitFor()
    if (script) await expectGoodPage(speaker)
    const organizer = await comes()
    await organizer.page.context().addCookies([cookie])
    await organizer.page.goto(`/organize/events/${asked.event.slug}/answers`)
    await organizer.page.getByText('Sau giờ trưa').waitFor()
    await organizer.page.goto(`/organize/events/${asked.event.slug}/agenda/invitations`)
    await organizer.page.getByText('Tôi bận họp ở Đà Nẵng').waitFor()
  })

  it('says when they can be there, and takes it back', async () => {
    const { page, mayBeRefused } = await comes({ script, width })
    await page.goto(home)
    await open(page, m['speaking.availability.add']({}, vi))
    const [from, to] = [page.locator('[name="from"]'), page.locator('[name="to"]')]
    const save = page.getByRole('button', { name: m['speaking.availability.save']({}, vi) })
    const first = await from.inputValue()
    await to.fill(first)
    mayBeRefused(400)
    await save.click()
    await page.getByRole('alert').getByText(m['speaking.form.backwards']({}, vi)).waitFor()
    expect(await from.inputValue()).toBe(first)
    await to.fill(`${first.slice(0, 10)}T23:59`)
    await save.click()
    await saved(page)
    const windows = page.getByRole('region', { name: m['speaking.availability.title']({}, vi) })
    await windows.getByRole('listitem').getByRole('button').click()
    await page.getByText(m['speaking.availability.always']({}, vi)).waitFor()
  })

  it('says in both languages who they are, and what they need', async () => {
    const speaker = await comes({ script, width })
    const { page } = speaker
    await page.goto(home)
    await page.getByRole('link', { name: m['speaking.page.profile-edit']({}, vi) }).click()
    if (script) await expectGoodPage(speaker)
    await page.locator('[name="position.vi"]').fill('Nhà làm phim')
    await page.locator('[name="position.en"]').fill('Film-maker')
    await page.locator('[name="biography.vi"]').fill(`Làm phim từ năm 2001, ${width}.`)
    await page.locator('[name="biography.en"]').fill(`Making films since 2001, ${width}.`)
    await page.getByLabel(m['speaking.profile.needs']({}, vi)).fill('Ăn chay')
    await page.getByRole('button', { name: m['speaking.profile.save']({}, vi) }).click()
    await saved(page)
    const [row] = await connection().sql`
      select p.position, p.biography, s.special_needs from person p join speaking s on s.person_id = p.id
      where p.id = ${asked.person.id}`
    expect(row).toMatchObject({
      position: { vi: 'Nhà làm phim', en: 'Film-maker' },
      biography: { vi: `Làm phim từ năm 2001, ${width}.`, en: `Making films since 2001, ${width}.` },
      special_needs: 'Ăn chay',
    })
  })
})

describe('a speaker’s portrait', () => {
  it('is a picture by its content, made anew in every size, with nothing of where it was taken', async () => {
    const { page, mayBeRefused } = await comes({ width: 360 })
    await page.goto(home)
    const file = page.getByLabel(m['people.portrait.file']({}, vi))
    const send = page.getByRole('button', { name: m['speaking.portrait.send']({}, vi) })
    const credit = page.getByLabel(m['people.portrait.credit']({}, vi))
    await credit.fill('Ảnh: Nguyễn Văn Bình')
    mayBeRefused(400)
    await file.setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ program') })
    await send.click()
    await page.getByRole('link', { name: m['shared.refusal.portrait-not-image']({}, vi) }).waitFor()
    expect(await credit.inputValue()).toBe('Ảnh: Nguyễn Văn Bình')
    const photo = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#8a1f2d' } })
    const exif = { IFD0: { Copyright: 'Secret place' }, IFD3: { GPSLatitude: '21/1 2/1 0/1' } }
    const buffer = await photo.withExif(exif).jpeg().toBuffer()
    expect((await sharp(buffer).metadata()).exif).toBeDefined()
    await file.setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer })
    await send.click()
    await saved(page)
    const shown = page.getByRole('img', { name: m['speaking.portrait.alt']({ name: asked.person.name }, vi) })
    const address = (await shown.getAttribute('src')) ?? ''
    for (const size of [96, 192, 384, 800]) {
      const made = await page.request.get(address.replace('/192.', `/${size}.`))
      const { format, width, height, exif: left } = await sharp(await made.body()).metadata()
      expect([format, width, height, left]).toEqual(['webp', size, size, undefined])
    }
  })
})

describe('a speaker’s slides', () => {
  const slides = async (name: string, size: number) => {
    const content = Buffer.alloc(size, ' ')
    content.write('%PDF-1.7\n')
    await writeFile(path.join(folder, name), content)
    return path.join(folder, name)
  }

  it('of unsafe kinds are refused with the reason, whatever they are called', async () => {
    const speaker = await comes({ width: 360, locale: 'en' })
    const { page, mayBeRefused } = speaker
    await page.goto(home)
    await open(page, m['speaking.slides.title']({}, vi))
    const send = page.getByRole('button', { name: m['speaking.slides.send']({}, vi) })
    mayBeRefused(400)
    for (const name of ['talk.exe', 'talk.pptm', 'program.pdf']) {
      const program = { name, mimeType: 'application/pdf', buffer: Buffer.from('MZ program, not slides') }
      await page.getByLabel(m['speaking.slides.file']({}, vi)).setInputFiles(program)
      await send.click()
      // In the language of the page, not of the browser.
      await page
        .getByRole('status')
        .filter({ hasText: m['shared.refusal.slides-kind']({}, vi) })
        .waitFor()
    }
    await expectGoodPage(speaker)
    expect(await bytesKept()).toBe(0)
  })

  it('show how far they are, and go on by themselves when the network is back', async () => {
    const { page, isOffline } = await comes({ width: 360 })
    const file = await slides('Bài nói.pdf', 2 * partSize + 1000)
    await page.goto(home)
    await open(page, m['speaking.slides.title']({}, vi))
    await page.getByLabel(m['speaking.slides.file']({}, vi)).setInputFiles(file)
    const breaksOff = async (route: Route) => {
      await isOffline(true)
      await route.abort('internetdisconnected')
    }
    await page.route(/parts\?offset=2097152/, breaksOff, { times: 1 })
    await page.getByRole('button', { name: m['speaking.slides.send']({}, vi) }).click()
    await page
      .getByRole('status')
      .filter({ hasText: m['speaking.slides.again']({}, vi) })
      .waitFor()
    expect(Math.round(Number(await page.getByRole('progressbar').getAttribute('value')))).toBeGreaterThan(0)
    await isOffline(false)
    await saved(page)
    const link = page.getByRole('link', { name: 'Bài nói.pdf' })
    const kept = await page.request.get(String(await link.getAttribute('href')))
    expect(kept.headers()['content-disposition']).toMatch(/^attachment/)
    expect((await kept.body()).length).toBe(2 * partSize + 1000)
  })

  it('go on where they broke off after the page was left, and replace those of the same name', async () => {
    const { page } = await comes({ width: 360 })
    const file = await slides('Bài nói.pdf', 3 * partSize)
    const send = async () => {
      await page.getByLabel(m['speaking.slides.file']({}, vi)).setInputFiles(file)
      await page.getByRole('button', { name: m['speaking.slides.send']({}, vi) }).click()
    }
    await page.goto(home)
    await page.route(/parts\?offset=4194304/, () => {})
    const held = page.waitForRequest(/parts\?offset=4194304/)
    await send()
    await held
    await page.goto(home)
    await page.unroute(/parts\?offset=4194304/)
    const parts: string[] = []
    page.on('request', (request) => parts.push(/offset=\d+/.exec(request.url())?.[0] ?? ''))
    await send()
    await saved(page)
    expect(parts.filter(Boolean)).toEqual(['offset=4194304'])
    expect(await page.getByRole('link', { name: 'Bài nói.pdf' }).count()).toBe(1)
    expect(await bytesKept()).toBe(3 * partSize)
  })

  it('come in one piece without script, and leave nothing behind when they are removed', async () => {
    const { page } = await comes({ script: false })
    await page.goto(home)
    await page.getByLabel(m['speaking.slides.file']({}, vi)).setInputFiles(await slides('hai.pdf', 5000))
    await page.getByRole('button', { name: m['speaking.slides.send']({}, vi) }).click()
    for (const name of ['hai.pdf', 'Bài nói.pdf']) {
      await page.getByRole('button', { name: `${m['speaking.slides.remove']({}, vi)} ${name}` }).click()
      await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    }
    expect(await bytesKept()).toBe(0)
  })
})

describe('the rest of a speaker’s page', () => {
  it('stays in the language chosen, leads to a calendar of their own, and sends a deputy', async () => {
    const speaker = await comes()
    const { page } = speaker
    await page.goto(home)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: m['speaking.page.sessions']({}, en) }).waitFor()
    await expectGoodPage(speaker)
    const calendar = page.getByRole('link', { name: m['speaking.page.calendar']({}, en) })
    const address = String(await calendar.getAttribute('href')).replace(/^webcal:/, 'http:')
    const feed = await page.request.get(address)
    expect(await feed.text()).toContain(`UID:${asked.invitation.uid}`)
    await open(page, m['speaking.deputy.title']({}, en))
    await page.getByLabel(m['speaking.deputy.name']({}, en)).fill('Đặng Thái Huyền')
    await page.getByLabel(m['speaking.deputy.email']({}, en)).fill('huyen@example.org')
    await page.getByRole('button', { name: m['speaking.deputy.send']({}, en) }).click()
    await page.getByText(m['speaking.page.saved']({}, en)).waitFor()
    const [row] = await connection().sql`
      select p.name, a.deputy_for_id from appearance a join person p on p.id = a.person_id
      where a.session_id = ${asked.session.id}`
    expect(row).toEqual({ name: 'Đặng Thái Huyền', deputy_for_id: asked.person.id })
  })
})
