import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { announceDraft } from '#app/features/agenda/domain/draft/announce-draft.server.ts'
import { m } from '#app/paraglide/messages.js'
import { note, recapText, signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { startApp } from '#tests/app-process.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { hydrated } from '../attending.ts'
import { expectGoodPage } from '../good-page.ts'
import { type Person, people } from '../people.ts'

const { url: databaseUrl } = await testDatabase()
const dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-unsent-'))
const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, WORKER: 'off' }
let app = await startApp(env)
afterAll(async () => {
  await app.stop()
  await rm(dataDir, { recursive: true, force: true })
})
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const home = '/organize/events/kept-day'
let made: Awaited<ReturnType<typeof event>>
let member: Awaited<ReturnType<typeof memberOf>>
let one: Person

beforeAll(async () => {
  const body = await organization()
  // In the middle of a day, whatever the clock says: a grid shows one day.
  const startsAt = new Date('2030-03-12T15:00:00Z')
  const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000)
  made = await event({ slug: 'kept-day', hosts: [body], startsAt, endsAt })
  await sessionOf(made, { title: { vi: 'Khai mạc', en: 'Opening' }, minutes: 120 })
  member = await memberOf(body, 'admin')
  one = await comes()
  one.mayBeRefused(502)
  one.mayBeOffline()
})

beforeEach(arrives)

async function arrives() {
  const [name = '', value = ''] = (await signInCookieOf(member)).split('=')
  await one.page.context().addCookies([{ name, value, url: app.url }])
}

const stale = () => one.page.locator('.not-up-to-date')
const says = (words: string) => stale().getByText(words).waitFor()
const badGateway = { status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }
/** Somebody changes the draft in a way that its pages must fetch themselves anew for. */
async function programmeChanges(from: number) {
  const title = { vi: `Phiên thêm ${from}`, en: `Added ${from}` }
  await sessionOf(made, { title, from, minutes: 20 })
  await announceDraft(system(), { eventId: made.id, edits: [] })
}

async function write(count: number, words: string) {
  for (let at = 1; at <= count; at++) {
    await one.page.getByLabel(m['notes.entry.line']({}, vi)).fill(`${words} ${at}`)
    await one.page.keyboard.press('Enter')
  }
}

const notes = async (words: string) =>
  (await database().select().from(note).where(eq(note.eventId, made.id))).filter(({ text }) =>
    text.vi?.startsWith(words),
  ).length

describe('notes', () => {
  it('stay while a proxy answers for the server, and all twenty are sent', async () => {
    const { page } = one
    await page.goto(`${home}/notes`)
    await hydrated(page)
    await page.route('**/notes.data*', (route) => route.fulfill(badGateway))
    await page.route('**/notes/edits', (route) => route.fulfill(badGateway))
    await programmeChanges(125)
    await says(m['shared.page.away']({}, vi))
    await expectGoodPage(one)
    await write(20, 'Ghi khi mất mạng')
    await page.unroute('**/notes.data*')
    await page.unroute('**/notes/edits')
    await stale().waitFor({ state: 'detached' })
    await expect.poll(() => notes('Ghi khi mất mạng'), { timeout: 45_000 }).toBe(20)
  })

  it('stay through a restart of the server', async () => {
    const { page } = one
    await page.goto(`${home}/notes`)
    await hydrated(page)
    await app.kill()
    await write(5, 'Ghi khi khởi động lại')
    app = await startApp(env, app.port)
    await programmeChanges(130)
    await expect.poll(() => notes('Ghi khi khởi động lại'), { timeout: 20_000 }).toBe(5)
    expect(await page.locator('.refusal').count()).toBe(0)
  })

  it('stay when the sign-in ended, and go on after another', async () => {
    const { page } = one
    await page.goto(`${home}/notes`)
    await hydrated(page)
    await page.getByLabel(m['notes.entry.line']({}, vi)).fill('Đang viết dở')
    await database().delete(signIn).where(eq(signIn.accountId, member.id))
    await programmeChanges(135)
    await says(m['shared.page.signed-out']({}, vi))
    expect(await page.getByLabel(m['notes.entry.line']({}, vi)).inputValue()).toBe('Đang viết dở')
    await arrives()
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await stale().waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await expect.poll(() => notes('Đang viết dở')).toBe(1)
  })
})

it('the recap stays when it cannot be fetched after it was saved', async () => {
  const { page } = one
  await page.goto(`${home}/recap`)
  const headline = page.getByLabel(m['recap.desk.headline']({}, vi))
  await page.getByRole('textbox', { name: m['recap.desk.body']({}, vi) }).waitFor()
  await page.route('**/recap.data*', (route) => route.abort())
  await headline.fill('Một ngày dài')
  await says(m['shared.page.away']({}, vi))
  await headline.fill('Một ngày dài và đẹp')
  await page.unroute('**/recap.data*')
  await stale().waitFor({ state: 'detached' })
  expect(await headline.inputValue()).toBe('Một ngày dài và đẹp')
  await expect
    .poll(async () => (await database().select().from(recapText)).map(({ title }) => title))
    .toContain('Một ngày dài và đẹp')
})

it('the grid stays when it cannot be fetched', async () => {
  const { page } = one
  await page.goto(`${home}/agenda`)
  const block = page.locator('[data-block]', { hasText: 'Khai mạc' })
  await block.waitFor()
  await page.route('**/agenda.data*', (route) => route.fulfill(badGateway))
  await programmeChanges(140)
  await says(m['shared.page.away']({}, vi))
  await block.waitFor()
  await page.unroute('**/agenda.data*')
  await stale().waitFor({ state: 'detached' })
  await page.locator('[data-block]', { hasText: 'Phiên thêm 140' }).waitFor()
})

it('a form that reaches nobody stays as it was typed', async () => {
  const { page } = one
  await page.goto(`${home}/settings`)
  await hydrated(page)
  const title = page.locator('form [name="titleVi"], form [name="title.vi"]').first()
  await title.fill('Một tên khác')
  await one.isOffline(true)
  await page.getByRole('button', { name: m['organize.form.save']({}, vi), exact: true }).click()
  await page.getByText(m['shared.form.away']({}, vi)).waitFor()
  expect(await title.inputValue()).toBe('Một tên khác')
  await one.isOffline(false)
  await page.getByRole('button', { name: m['organize.form.save']({}, vi), exact: true }).click()
  await page.getByText(m['organize.settings.saved']({}, vi)).waitFor()
  expect(await title.inputValue()).toBe('Một tên khác')
})
