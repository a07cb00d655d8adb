import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { hydrated } from './attending.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
// The second organizer is answered by another process of the same site.
const beside = await runningApp({ env: { WORKER: 'off' }, beside: app })
const { comes } = people(app)
const { comes: comesBeside } = people(beside)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/keyboard-day/agenda'
let eventId = ''
let one: Person
let other: Person
let plain: Person

beforeAll(async () => {
  const body = await organization()
  const made = await event({
    slug: 'keyboard-day',
    hosts: [body],
    startsAt: new Date('2027-03-11T22:00Z'),
    endsAt: new Date('2027-03-12T02:00Z'),
    publishedAt: null,
  })
  eventId = made.id
  for (const name of ['Lớn', 'Nhỏ']) await addRoom(system(), { eventId, name: { vi: name, en: name } })
  const arrive = async (name: string, site: typeof app, person: Person) => {
    const member = await memberOf(body, 'organizer', { name })
    const [cookie = '', value = ''] = (await signInCookieOf(member)).split('=')
    await person.page.context().addCookies([{ name: cookie, value, url: site.url }])
    return person
  }
  one = await arrive('An', app, await comes())
  other = await arrive('Bình', beside, await comesBeside())
  plain = await arrive('Chi', app, await comes({ width: 360, script: false }))
})

const block = (page: Page, title: string) => page.locator('.agenda-grid [data-block]', { hasText: title })
const said = (page: Page) => page.locator('.said p')
const present = (page: Page) => page.locator('.editor-present')
const rowForm = (page: Page, title: string) => page.getByRole('form', { name: title, exact: true })

/** `Mở đầu 18:00-18:30 Lớn`, as the draft has it. */
async function stored(): Promise<string[]> {
  const rows = await connection().sql`select id, name->>'vi' as name from room where event_id = ${eventId}`
  const rooms = new Map(rows.map((row) => [row.id, row.name]))
  const clock = (iso: string | null) =>
    iso && new Date(Date.parse(iso) - 5 * 3_600_000).toISOString().slice(11, 16)
  return (await listDraftSessions(eventId)).map((session) =>
    [
      session.title.vi,
      session.startsAt && `${clock(session.startsAt)}-${clock(session.endsAt)}`,
      session.roomId && rooms.get(session.roomId),
      session.dropped && 'dropped',
    ]
      .filter(Boolean)
      .join(' '),
  )
}

describe('an agenda by keyboard alone', () => {
  it('is begun in the list, which says what it did', async () => {
    const { page } = one
    await page.goto(`${desk}/list`)
    await hydrated(page)
    await expectGoodPage(one)
    await page.getByLabel(m['editor.add.title-vi']({}, vi)).focus()
    for (const [title, start] of [
      ['Mở đầu', '1800'],
      ['Tọa đàm', '1830'],
    ] as const) {
      await page.keyboard.type(title)
      await page.locator('form input[name="titleEn"]').focus()
      await page.keyboard.type(`${title} (en)`)
      const form = page.getByRole('form', { name: m['editor.add.title']({}, vi) })
      await form.locator('input[name="start"]').fill(`${start.slice(0, 2)}:${start.slice(2)}`)
      await form.locator('select[name="room"]').selectOption({ label: 'Lớn' })
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect.poll(() => said(page).textContent()).toContain(title)
      await page.getByLabel(m['editor.add.title-vi']({}, vi)).focus()
    }
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:30-19:00 Lớn'])
  })

  it('is moved from the list, and the focus stays on the button', async () => {
    const { page } = one
    const later = rowForm(page, 'Mở đầu').getByRole('button', { name: m['editor.row.later']({}, vi) })
    await later.focus()
    for (let press = 0; press < 8; press++) await page.keyboard.press('Enter')
    await expect.poll(stored).toEqual(['Tọa đàm 18:30-19:00 Lớn', 'Mở đầu 18:40-19:10 Lớn'])
    expect(await said(page).textContent()).toContain('18:40–19:10, Lớn')
    expect(await later.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+z')
    await expect.poll(() => said(page).textContent()).toContain(m['editor.undo']({}, vi).toLowerCase())
    for (let press = 0; press < 7; press++) await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:30-19:00 Lớn'])
  })

  it('is arranged in the grid: time, length, room, tray, undo', async () => {
    const { page } = one
    await page.goto(desk)
    await hydrated(page)
    await expectGoodPage(one)
    await block(page, 'Tọa đàm').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:35-19:10 Nhỏ'])
    expect(await said(page).textContent()).toContain('18:35–19:10, Nhỏ')
    await page.keyboard.press('Delete')
    await expect.poll(stored).toContain('Tọa đàm Nhỏ')
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(await focused()).toContain('Tọa đàm')
    await page.keyboard.press('ArrowDown')
    await expect.poll(stored).toContain('Tọa đàm 17:00-17:30 Nhỏ')
    for (let press = 0; press < 2; press++) await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+z')
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:35-19:10 Nhỏ'])
    await expectGoodPage(one)
  })
})

describe('by mouse', () => {
  it('a session is dragged to another time and room, and made longer at its end', async () => {
    const { page } = one
    await drag(page, block(page, 'Mở đầu'), block(page, 'Tọa đàm'), { below: 100 })
    await expect.poll(async () => (await stored()).find((line) => line.startsWith('Mở'))).toMatch(/Nhỏ$/)
    await page.keyboard.press('Control+z')
    await expect.poll(stored).toContain('Mở đầu 18:00-18:30 Lớn')
    const end = block(page, 'Mở đầu').locator('[data-end]')
    await drag(page, end, end, { below: 60 })
    await expect.poll(async () => (await stored())[0]).toMatch(/^Mở đầu 18:00-(18:[45]\d|19:\d\d) Lớn$/)
    await drag(page, block(page, 'Mở đầu'), page.locator('[data-tray]'), { below: 0 })
    await expect.poll(stored).toContain('Mở đầu Lớn')
    for (let press = 0; press < 2; press++) await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:35-19:10 Nhỏ'])
  })
})

describe('several sessions at once', () => {
  it('are chosen by key or by mouse, moved together, and taken back together', async () => {
    const { page } = one
    await block(page, 'Mở đầu').focus()
    await page.keyboard.press('Shift+Space')
    await block(page, 'Tọa đàm').focus()
    await page.keyboard.press('Shift+Space')
    const chosen = page.getByRole('region', { name: m['editor.chosen.label']({}, vi) })
    await chosen.getByText(m['editor.chosen.count']({ count: 2 }, vi)).waitFor()
    await expectGoodPage(one)
    await page.keyboard.press('ArrowDown')
    await expect.poll(stored).toEqual(['Mở đầu 18:05-18:35 Lớn', 'Tọa đàm 18:40-19:15 Nhỏ'])
    await page.keyboard.press('Escape')
    await chosen.waitFor({ state: 'detached' })
    await block(page, 'Mở đầu').click()
    await block(page, 'Tọa đàm').click({ modifiers: ['ControlOrMeta'] })
    await chosen.getByLabel(m['editor.field.minutes']({}, vi)).fill('25')
    await chosen.getByRole('button', { name: m['editor.after.later']({}, vi) }).click()
    await expect.poll(stored).toEqual(['Mở đầu 18:30-19:00 Lớn', 'Tọa đàm 19:05-19:40 Nhỏ'])
    await chosen.getByRole('button', { name: m['editor.row.drop']({}, vi), exact: true }).click()
    await expect.poll(stored).toEqual(['Mở đầu 18:30-19:00 Lớn dropped', 'Tọa đàm 19:05-19:40 Nhỏ dropped'])
    // The panel is gone with them: the focus is where the first can be taken back.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await expect.poll(focused).toBe(`${m['editor.row.take-back']({}, vi)}: Mở đầu`)
    for (let press = 0; press < 3; press++) await page.keyboard.press('Control+z')
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Lớn', 'Tọa đàm 18:35-19:10 Nhỏ'])
    await page.keyboard.press('Escape')
  })
})

describe('two organizers at once', () => {
  it('see each other’s work, and edits of different things merge', async () => {
    await other.page.goto(desk)
    await hydrated(other.page)
    await present(one.page).filter({ hasText: 'Bình' }).waitFor()
    await present(other.page).filter({ hasText: 'An' }).waitFor()
    await Promise.all([press(one, 'Mở đầu', 'ArrowRight'), press(other, 'Tọa đàm', 'ArrowDown')])
    await expect.poll(stored).toEqual(['Mở đầu 18:00-18:30 Nhỏ', 'Tọa đàm 18:40-19:15 Nhỏ'])
    await block(one.page, 'Tọa đàm').filter({ hasText: '18:40–19:15' }).waitFor()
    await block(other.page, 'Mở đầu').and(other.page.locator('[data-column="1"]')).waitFor()
    await expect.poll(() => said(one.page).textContent()).toContain('Bình')
  })

  it('are shown both sides when they changed the same, and one is kept', async () => {
    const { page } = one
    one.mayBeRefused(409)
    one.mayBeRefused(503)
    const edits = '**/agenda/edits'
    await page.route(edits, (route) => route.fulfill({ status: 503 }))
    await press(one, 'Mở đầu', 'ArrowDown')
    await page.getByText(m['editor.status.away']({}, vi)).waitFor()
    await press(other, 'Mở đầu', 'ArrowUp')
    await expect.poll(stored).toContain('Mở đầu 17:55-18:25 Nhỏ')
    await page.unroute(edits)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('18:05–18:35, Nhỏ').waitFor()
    await dialog.getByText('17:55–18:25, Nhỏ').waitFor()
    await expectGoodPage(one)
    await dialog.getByLabel(m['editor.clash.mine']({}, vi)).check()
    await dialog.getByRole('button', { name: m['editor.clash.settle']({}, vi) }).click()
    await expect.poll(stored).toContain('Mở đầu 18:05-18:35 Nhỏ')
    await block(other.page, 'Mở đầu').filter({ hasText: '18:05–18:35' }).waitFor()
  })

  async function press(person: Person, title: string, key: string) {
    await block(person.page, title).focus()
    await person.page.keyboard.press(key)
  }
})

describe('without script, on a phone', () => {
  it('the list does the same, takes it back, and shows both sides of a clash', async () => {
    const { page } = plain
    await page.goto(`${desk}/list`)
    const form = rowForm(page, 'Tọa đàm')
    await form.locator('input[name="start"]').fill('20:00')
    await form.locator('input[name="minutes"]').fill('45')
    await form.locator('select[name="room"]').selectOption({ label: 'Lớn' })
    await form.getByRole('button', { name: m['editor.row.place']({}, vi) }).click()
    await page.getByText('20:00–20:45, Lớn').waitFor()
    expect(await stored()).toContain('Tọa đàm 20:00-20:45 Lớn')
    await page.getByRole('button', { name: m['editor.said.undo']({}, vi) }).click()
    await page.waitForURL(/done=/)
    await expect.poll(stored).toContain('Tọa đàm 18:40-19:15 Nhỏ')

    const stale = await page.context().newPage()
    await stale.goto(`${desk}/list`)
    await rowForm(page, 'Tọa đàm')
      .getByRole('button', { name: m['editor.row.later']({}, vi) })
      .click()
    await expect.poll(stored).toContain('Tọa đàm 18:45-19:20 Nhỏ')
    await rowForm(stale, 'Tọa đàm')
      .getByRole('button', { name: m['editor.row.earlier']({}, vi) })
      .click()
    await stale.getByText(m['editor.clash.title']({}, vi)).waitFor()
    await stale.getByRole('button', { name: m['editor.clash.use-mine']({}, vi) }).click()
    await expect.poll(stored).toContain('Tọa đàm 18:35-19:10 Nhỏ')
  })
})

type Spot = { boundingBox: () => Promise<{ x: number; y: number; width: number; height: number } | null> }

/** From the middle of one thing to the middle of another, and so many pixels below. */
async function drag(page: Page, from: Spot, to: Spot, { below }: { below: number }) {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('nothing to drag')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2 + below, { steps: 8 })
  await page.mouse.up()
}
