import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { person, signIn } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { agree, fillIn, send } from '../attending.ts'
import { expectGoodPage } from '../good-page.ts'
import { type Person, people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const form = '/organize/events/typed-day/people/new'
let member: Awaited<ReturnType<typeof memberOf>>
let one: Person

beforeAll(async () => {
  const body = await organization()
  await event({ slug: 'typed-day', hosts: [body], publishedAt: new Date() })
  member = await memberOf(body, 'admin')
  one = await comes()
  await arrives()
})

async function arrives() {
  const [name = '', value = ''] = (await signInCookieOf(member)).split('=')
  await one.page.context().addCookies([{ name, value, url: app.url }])
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const offer = (page: Page) => page.locator('.kept-typing')
const restore = (page: Page) => button(page, m['shared.typing.restore']({}, vi))
const nameOf = (page: Page) => page.locator('main [name="name"]')
const positionOf = (page: Page) => page.locator('main [name="position.vi"]')

describe('what is typed into a form of the desk', () => {
  it('is offered again after a reload and after a link, and put back', async () => {
    const { page } = one
    await page.goto(form)
    await nameOf(page).pressSequentially('Trần Thị Ánh')
    await positionOf(page).fill('Đạo diễn')
    await page.reload()
    expect(await nameOf(page).inputValue()).toBe('')
    await offer(page).waitFor()
    await expectGoodPage(one)
    await page.goto('/organize/events/typed-day/people')
    expect(await offer(page).count()).toBe(0)
    await page.goto(form)
    await restore(page).click()
    expect(await nameOf(page).inputValue()).toBe('Trần Thị Ánh')
    expect(await positionOf(page).inputValue()).toBe('Đạo diễn')
    await page.getByText(m['shared.typing.back']({}, vi)).waitFor()
  })

  it('warns whoever leaves', async () => {
    const { page } = one
    await page.goto(form)
    await nameOf(page).pressSequentially('Tr')
    const asked = page.waitForEvent('dialog')
    const leaving = page.locator('main').evaluate(() => location.assign('/organize'))
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await leaving
    expect(await nameOf(page).inputValue()).toBe('Tr')
    await nameOf(page).fill('Trần Thị Ánh')
  })

  it('survives the end of a sign-in, is sent again after another, and goes when it is saved', async () => {
    const { page } = one
    one.mayBeRefused(401)
    await positionOf(page).fill('Đạo diễn')
    await database().delete(signIn).where(eq(signIn.accountId, member.id))
    await button(page, m['people.new.add']({}, vi)).click()
    await page.getByRole('heading', { name: m['shared.signed-out.title']({}, vi) }).waitFor()
    const link = page.getByRole('link', { name: m['shared.page.sign-in']({}, vi) })
    expect(await link.getAttribute('href')).toMatch(/^\/sign-in/)
    await expectGoodPage(one)
    await arrives()
    await button(page, m['shared.signed-out.again']({}, vi)).click()
    await page.waitForURL(/saved=added/)
    const rows = await database().select().from(person).where(eq(person.name, 'Trần Thị Ánh'))
    expect(rows.map(({ position }) => position.vi)).toEqual(['Đạo diễn'])
    await page.goto(form)
    expect(await offer(page).count()).toBe(0)
  })

  it('is gone when it is thrown away, and when somebody signs out', async () => {
    const { page } = one
    await page.goto(form)
    await nameOf(page).pressSequentially('Ai đó')
    await page.reload()
    await button(page, m['shared.typing.discard']({}, vi)).click()
    await page.reload()
    expect(await offer(page).count()).toBe(0)
    await nameOf(page).pressSequentially('Ai đó')
    await page.reload()
    await offer(page).waitFor()
    await page.locator('form[action="/sign-out"]').evaluate((out: HTMLFormElement) => out.requestSubmit())
    await page.waitForURL(/\/sign-in/)
    await arrives()
    await page.goto(form)
    expect(await offer(page).count()).toBe(0)
  })
})

it('a guest who comes back to the registration finds what was typed, without the code, and it goes when sent', async () => {
  const guest = await comes()
  const { page } = guest
  await page.goto('/vi/events/typed-day/register')
  await fillIn(page, 'vi', { name: 'Nguyễn Văn Bình', email: 'binh@example.org', position: 'Phóng viên' })
  await page.reload()
  await restore(page).click()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).toContain('Nguyễn Văn Bình')
  expect(kept).not.toMatch(/code/i)
  await agree(page)
  await send(page, 'vi')
  await page.waitForURL(/\/registrations\/[\w-]{43}$/)
  await page.goto('/vi/events/typed-day/register')
  // Which event it was, and nothing of what was typed.
  const left = await page.evaluate(() => Object.keys(localStorage))
  expect(left).toEqual([expect.stringMatching(/^registered:[\w-]{36}$/)])
  expect(await offer(page).count()).toBe(0)
  await guest.leaves()
})
