import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { startSession, startTurn } from '#app/features/live/domain/run-session.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { m } from '#app/paraglide/messages.js'
import { turn } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { startApp } from '#tests/app-process.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { hydrated } from './attending.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const site = await runningApp({ env: { WORKER: 'off' } })
const env = { DATABASE_URL: site.databaseUrl, WORKER: 'off' }
// A process of its own: it is killed below.
let app = await startApp(env)
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const names = ['Đặng Hoàng Giang', 'Ngô Phương Lan', 'Trần Anh Hùng'] as const
const room = { eventId: '', sessionId: '' }
let ids: string[] = []
let live = ''
let phone = ''

// Each begins with a day of its own: what one leaves behind is no state of the next.
beforeEach(async () => {
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 5 * 60_000)
  const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000)
  const made = await event({ startsAt, endsAt })
  const talk = await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' }, minutes: 60 })
  Object.assign(room, { eventId: made.id, sessionId: talk.id })
  live = `/vi/events/${made.slug}/live`
  ids = []
  for (const name of names) {
    const { id } = await addPerson(system(), { eventId: made.id, name })
    await addAppearance(system(), { sessionId: talk.id, personId: id, role: 'speaker', minutes: 10 })
    ids.push(id)
  }
  const chair = await addPerson(system(), {
    eventId: made.id,
    name: 'Phạm Thị Mai',
    email: `mai-${made.slug}@example.org`,
  })
  await addAppearance(system(), { sessionId: talk.id, personId: chair.id, role: 'moderator' })
  await publishAgenda(system(), { eventId: made.id })
  const row = (await withTransaction((tx) => ensureSpeaking(tx, made.id, [chair.id]))).get(chair.id)
  if (!row) throw new Error('The moderator has no link.')
  phone = `/speaking/${speakingToken.person(row)}/sessions/${talk.id}/room`
})
afterAll(() => app.stop())

const minute = 60_000
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const floorTo = (name: string) => m['live.room.give-floor']({ name }, vi)
const turns = () => database().select().from(turn).where(eq(turn.sessionId, room.sessionId))

/** Opens an address on a device whose own clock is so many milliseconds wrong. */
async function opens(address: string, wrong = 0) {
  const one = await comes({ width: address === phone ? 360 : 1280 })
  if (wrong !== 0) await one.page.clock.install({ time: Date.now() + wrong })
  await one.page.goto(address)
  // Gone as soon as somebody loads the page anew.
  await one.page.evaluate(() => Object.assign(window, { stays: true }))
  return one
}

const stays = (page: Page) => page.evaluate(() => 'stays' in window)

/** What a clock says, in seconds. */
async function secondsOn(page: Page): Promise<number> {
  const [, sign = '', minutes, seconds] =
    /^(−?)(\d+):(\d\d)$/.exec((await page.getByRole('timer').textContent()) ?? '') ?? []
  return (Number(minutes) * 60 + Number(seconds)) * (sign ? -1 : 1)
}

it('a session goes its way on devices whose clocks are wrong, and all show the same', async () => {
  const moderator = await opens(phone, 7 * minute)
  const wall = await opens(live, -180 * minute)
  const lectern = await opens(`${live}/clock`, 26 * minute)
  await hydrated(moderator.page)
  await press(moderator.page, m['live.room.start']({}, vi))
  await lectern.page.getByText(m['live.screen.nobody']({}, vi)).waitFor()
  const all = [moderator, wall, lectern].map(({ page }) => page)
  const agree = () =>
    expect
      .poll(async () => {
        const shown = await Promise.all(all.map(secondsOn))
        return Math.max(...shown) - Math.min(...shown)
      })
      .toBeLessThanOrEqual(1)
  for (const name of names) {
    await press(moderator.page, floorTo(name))
    await lectern.page.getByRole('heading', { name }).waitFor()
    await wall.page.locator('.display-name', { hasText: name }).waitFor()
    await moderator.page.getByRole('heading', { name }).waitFor()
    await agree()
    expect(Math.abs((await secondsOn(lectern.page)) - 600)).toBeLessThan(60)
  }
  await press(moderator.page, m['live.room.minute-more']({}, vi))
  await expect.poll(() => secondsOn(lectern.page)).toBeGreaterThan(600)
  await agree()
  await press(moderator.page, m['live.room.pause']({}, vi))
  for (const page of all) await page.getByText(m['live.clock.paused']({}, vi), { exact: true }).waitFor()
  const [before, ...others] = await Promise.all(all.map(secondsOn))
  expect(others).toEqual([before, before])
  await press(moderator.page, m['live.room.end-turn']({}, vi))
  await lectern.page.getByText(m['live.screen.nobody']({}, vi)).waitFor()
  await wall.page.locator('.display-name').waitFor({ state: 'detached' })
  for (const one of [wall, lectern]) await expectGoodPage(one)
  for (const page of all) expect(await stays(page)).toBe(true)
  for (const one of [moderator, wall, lectern]) await one.leaves()
})

it('a press without network says so, is sent by nobody later, and counts once', async () => {
  await startSession(system(), room)
  const moderator = await opens(phone)
  const { page } = moderator
  await hydrated(page)
  await press(page, floorTo(names[0]))
  await page.getByRole('timer').waitFor()
  const planned = async () => (await turns()).find((one) => one.endedAt === null)?.plannedSeconds
  await moderator.isOffline(true)
  await page.getByText(m['live.room.lost']({}, vi)).waitFor()
  await press(page, m['live.room.minute-more']({}, vi))
  await page.getByText(m['live.room.unsent']({}, vi)).waitFor()
  await expectGoodPage(moderator)
  expect(await stays(page)).toBe(true)
  await moderator.isOffline(false)
  await page.getByText(m['live.room.lost']({}, vi)).waitFor({ state: 'detached' })
  await page.getByText(m['live.room.unsent']({}, vi)).waitFor({ state: 'detached' })
  expect(await planned()).toBe(600)
  // This one arrives, but its answer does not.
  await page.route('**/room', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort('internetdisconnected')
  })
  moderator.mayBeOffline()
  await press(page, m['live.room.minute-more']({}, vi))
  await page.getByText(m['live.room.unsent']({}, vi)).waitFor()
  await page.unroute('**/room')
  await expect.poll(() => secondsOn(page)).toBeGreaterThan(600)
  expect(await planned()).toBe(660)
  await press(page, m['live.room.end-turn']({}, vi))
  await page.getByText(m['live.room.nobody']({}, vi)).waitFor()
  await moderator.leaves()
})

it('a server that is killed and comes back finds its screens as they were, and they find what is true', async () => {
  await startSession(system(), room)
  const open = [await opens(phone), await opens(live), await opens(`${live}/clock`)]
  const [moderator, wall, lectern] = open as [(typeof open)[0], (typeof open)[0], (typeof open)[0]]
  await hydrated(moderator.page)
  await press(moderator.page, floorTo(names[1]))
  await lectern.page.getByRole('heading', { name: names[1] }).waitFor()
  await wall.page.locator('.display-name', { hasText: names[1] }).waitFor()
  for (const one of open) one.mayBeOffline()
  await app.kill()
  await moderator.page.getByText(m['live.room.lost']({}, vi)).waitFor()
  await press(moderator.page, m['live.room.pause']({}, vi))
  await moderator.page.getByText(m['live.room.unsent']({}, vi)).waitFor()
  // The clock runs on meanwhile.
  const before = await secondsOn(lectern.page)
  await expect.poll(() => secondsOn(lectern.page)).toBeLessThan(before)
  await startTurn(system(), { ...room, personId: ids[2] ?? '' })
  app = await startApp(env, app.port)
  const patience = { timeout: 30_000 }
  await lectern.page.getByRole('heading', { name: names[2] }).waitFor(patience)
  await wall.page.locator('.display-name', { hasText: names[2] }).waitFor(patience)
  await moderator.page.getByRole('heading', { name: names[2] }).waitFor(patience)
  await moderator.page.getByText(m['live.room.lost']({}, vi)).waitFor({ state: 'detached' })
  await press(moderator.page, m['live.room.end']({}, vi))
  await moderator.page.getByText(m['live.room.over']({}, vi)).waitFor()
  await lectern.page.getByText(m['live.screen.after']({}, vi)).waitFor()
  await wall.page.getByText(m['live.screen.after']({}, vi)).waitFor()
  for (const { page } of open) expect(await stays(page)).toBe(true)
  for (const one of open) await one.leaves()
})
