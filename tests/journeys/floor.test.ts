import { beforeAll, describe, expect, it } from 'vitest'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const en = { locale: 'en' } as const
const desk = '/organize/events/open-floor'
const question = 'Vì sao người trẻ ít đến rạp?'
let moderator: Person
let guest: Person
let other: Person
let wall: Person
let address = ''

beforeAll(async () => {
  const body = await organization()
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 10 * 60_000)
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000)
  const made = await event({ slug: 'open-floor', hosts: [body], startsAt, endsAt })
  await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' }, minutes: 60 })
  await publishAgenda(system(), { eventId: made.id })
  moderator = await comes()
  guest = await comes({ width: 360, script: false })
  other = await comes({ width: 360, locale: 'en' })
  wall = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await moderator.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

describe('questions from the floor', () => {
  it('are open where an organizer opens them, at an address that a QR code gives', async () => {
    const { page } = moderator
    await page.goto(`${desk}/live`)
    await page.getByRole('link', { name: m['floor.title']({}, vi) }).click()
    await expectGoodPage(moderator)
    await page.getByRole('button', { name: m['floor.desk.open']({}, vi) }).click()
    await page.getByText(m['floor.desk.is-open']({}, vi), { exact: true }).waitFor()
    const link = page.locator('.floor-code a')
    address = (await link.getAttribute('href')) ?? ''
    expect(new URL(address).pathname).toMatch(/^\/floor\/[a-z2-9]{7}$/)
    await page.getByRole('img', { name: m['floor.desk.code']({ address }, vi) }).waitFor()
  })

  it('are asked by a guest without script, and reach nobody before a moderator shows them', async () => {
    const { page } = guest
    guest.mayBeRefused(400)
    await page.goto(address)
    await page.getByRole('button', { name: m['floor.ask']({}, vi) }).click()
    await page.getByText(m['shared.form.missing']({}, vi)).first().waitFor()
    await page.getByLabel(m['floor.question']({}, vi)).fill(question)
    await page.getByRole('button', { name: m['floor.ask']({}, vi) }).click()
    await page.getByText(m['floor.asked']({}, vi)).waitFor()
    await other.page.goto(address)
    await other.page.getByText(m['floor.none']({}, en)).waitFor()
    expect(await other.page.getByText(question).count()).toBe(0)
  })

  it('reach the moderator by themselves, and from there the phones and the wall', async () => {
    const { page } = moderator
    await page.getByText(question, { exact: true }).waitFor()
    await expectGoodPage(moderator)
    await page
      .getByRole('button', { name: `${m['floor.desk.show']({}, vi)}: ${question}`, exact: true })
      .click()
    await page.getByText(m['floor.state.shown']({}, vi), { exact: true }).waitFor()
    await expect.poll(() => other.page.getByText(question).count()).toBe(1)
    await wall.page.goto('/vi/events/open-floor/live')
    await wall.page.getByText(question, { exact: true }).waitFor()
    await expectGoodPage(wall)
  })

  it('are wanted by others, each browser once, as the wall shows', async () => {
    const { page } = other
    const wants = m['floor.vote-for']({ text: question }, en)
    const twin = await page.context().newPage()
    await twin.goto(address)
    await page.getByRole('button', { name: wants }).click()
    await page.getByRole('button', { name: m['floor.vote-back-for']({ text: question }, en) }).waitFor()
    // The same browser in another window, which has not heard of it.
    await twin.getByRole('button', { name: wants }).click()
    await twin.getByText(m['floor.votes']({ count: 1 }, en)).waitFor()
    await twin.close()
    await guest.page.goto(address)
    await guest.page.getByRole('button', { name: m['floor.vote-for']({ text: question }, vi) }).click()
    await guest.page.getByText(m['floor.votes']({ count: 2 }, vi)).waitFor()
    await wall.page.getByText(m['floor.votes']({ count: 2 }, vi)).waitFor()
    await page.reload()
    await page.getByText(m['floor.votes']({ count: 2 }, en)).waitFor()
    await expectGoodPage(other)
    await page.getByRole('button', { name: m['floor.vote-back-for']({ text: question }, en) }).click()
    await page.getByText(m['floor.votes']({ count: 1 }, en)).waitFor()
    await wall.page.getByText(m['floor.votes']({ count: 1 }, vi)).waitFor()
  })

  it('leave the wall when they were answered', async () => {
    const { page } = moderator
    await page
      .getByRole('button', { name: `${m['floor.desk.answered']({}, vi)}: ${question}`, exact: true })
      .click()
    await page.getByText(m['floor.state.answered']({}, vi), { exact: true }).waitFor()
    await wall.page.getByText(question, { exact: true }).waitFor({ state: 'detached' })
  })

  it('are over when the moderator closes the floor', async () => {
    const { page } = moderator
    await page.goto(`${desk}/floor`)
    await page.getByRole('button', { name: m['floor.desk.close']({}, vi) }).click()
    await page.getByText(m['floor.desk.is-closed']({}, vi), { exact: true }).waitFor()
    await other.page.goto(address)
    await other.page.getByText(m['floor.closed']({}, en)).waitFor()
    expect(await other.page.getByRole('textbox').count()).toBe(0)
    await expectGoodPage(other)
  })
})
