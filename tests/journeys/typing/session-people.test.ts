import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const address = '/organize/events/people-day/agenda/sessions/new'
let eventId = ''
let cookie = ''

beforeAll(async () => {
  const body = await organization()
  eventId = (await event({ slug: 'people-day', hosts: [body], publishedAt: new Date() })).id
  cookie = await signInCookieOf(await memberOf(body, 'admin'))
  for (const [precedence, name, position] of [
    [1, 'Trần Thị Ánh', 'Đạo diễn'],
    [2, 'Trần Thị Ánh', 'Nhà báo'],
    [3, 'Lê Văn Bình', 'Nhà sản xuất'],
  ] as const) {
    const written = { vi: position, original: 'vi' } as const
    await addPerson(system(), { eventId, name, position: written, precedence })
  }
})

async function arrives(width: number, script = true) {
  const one = await comes({ width, script })
  const [name = '', value = ''] = cookie.split('=')
  await one.page.context().addCookies([{ name, value, url: app.url }])
  await one.page.goto(address)
  return one
}

it.each([1280, 360])(
  'people are chosen, told apart, added, pasted and put in order by keys at %i',
  async (width) => {
    const one = await arrives(width)
    const { page } = one
    const title = `Tọa đàm ${width}`
    await page.locator('[name="title.vi"]').fill(title)
    const pick = page.getByRole('combobox', { name: m['agenda.session.people-pick']({}, vi) })
    const choices = page.getByRole('option')
    const said = (text: string) => page.getByText(text, { exact: true }).waitFor({ state: 'attached' })
    await pick.pressSequentially('tran thi anh')
    await choices.filter({ hasText: 'Nhà báo' }).waitFor()
    expect(await choices.filter({ hasText: 'Trần Thị Ánh' }).count()).toBe(2)
    await expectGoodPage(one)
    await pick.press('ArrowDown')
    await pick.press('Enter')
    await said(m['agenda.session.person-added']({ name: 'Trần Thị Ánh', place: '1' }, vi))
    // Whoever types fast is ahead of the search.
    await pick.pressSequentially('san xuat')
    await pick.press('Enter')
    await said(m['agenda.session.person-added']({ name: 'Lê Văn Bình', place: '2' }, vi))
    await pick.pressSequentially(`Người Mới ${width}`)
    await choices.filter({ hasText: `Người Mới ${width}` }).click()
    const rows = page.locator('.people-row:visible')
    await rows.nth(2).locator('[name="newEmail"]').fill(`moi-${width}@example.org`)
    const minutes = rows.nth(1).locator('[name="turn"]')
    await minutes.fill('120')
    expect(await minutes.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true)
    const handle = page.getByRole('button', {
      name: m['agenda.session.person-move']({ name: 'Lê Văn Bình' }, vi),
    })
    await handle.focus()
    await handle.press('ArrowUp')
    await said(m['agenda.session.person-moved']({ name: 'Lê Văn Bình', place: '1' }, vi))
    await pastes(page, `Đỗ Vừa ${width}; le van binh\nTrần Thị Ánh`)
    await choices.filter({ hasText: `Đỗ Vừa ${width}` }).click()
    await said(m['agenda.session.person-there']({ name: 'Lê Văn Bình' }, vi))
    await choices.filter({ hasText: 'Đạo diễn' }).click()
    expect(await rows.count()).toBe(5)
    await pick.press('Backspace')
    expect(await rows.count()).toBe(4)
    await expectGoodPage(one)
    await page.getByRole('button', { name: m['agenda.session.add']({}, vi) }).click()
    await page.getByText(m['agenda.session.saved']({}, vi)).waitFor()
    const row = page.locator('.people-row-known')
    for (const [index, text] of [
      'Nhà sản xuất',
      'Nhà báo',
      `Người Mới ${width}`,
      `Đỗ Vừa ${width}`,
    ].entries()) {
      expect(await row.nth(index).textContent()).toContain(text)
    }
    const made = (await listDraftSessions(eventId)).find((session) => session.title.vi === title)
    expect(made?.appearances).toHaveLength(4)
    await one.leaves()
  },
)

it('chosen people come back with what was typed, in their order', async () => {
  const one = await arrives(1280)
  const { page } = one
  const pick = page.getByRole('combobox', { name: m['agenda.session.people-pick']({}, vi) })
  const rows = page.locator('.people-row:visible')
  for (const words of ['nha bao', 'san xuat', '+ Hoàng Kịp']) {
    const before = await rows.count()
    await pick.pressSequentially(words)
    await pick.press('Enter')
    await rows.nth(before).waitFor()
  }
  await rows.nth(2).locator('[name="newPosition"]').fill('Nhạc sĩ')
  const handle = rows.nth(2).locator('.people-row-handle')
  await handle.press('Home')
  page.once('dialog', (dialog) => dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: m['shared.typing.restore']({}, vi) }).click()
  await rows.nth(2).locator('[data-name]', { hasText: 'Lê Văn Bình' }).waitFor()
  expect(await rows.nth(0).textContent()).toContain('Hoàng Kịp')
  expect(await rows.nth(0).locator('[name="newPosition"]').inputValue()).toBe('Nhạc sĩ')
  await rows.nth(1).locator('.person-note', { hasText: 'Nhà báo' }).waitFor()
  page.once('dialog', (dialog) => dialog.accept())
  await one.leaves()
})

it.each([true, false])('the hint says what can be done with the rows (script: %s)', async (script) => {
  const one = await arrives(1280, script)
  const [chosen, numbered] = [
    m['agenda.session.people-pick-hint']({}, vi),
    m['agenda.session.people-hint']({}, vi),
  ]
  await one.page.getByText(script ? chosen : numbered).waitFor()
  expect(await one.page.getByText(script ? numbered : chosen).count()).toBe(0)
  expect(await one.page.locator('[name="place"]').first().isVisible()).toBe(!script)
  await one.leaves()
})

/** A text of the clipboard, as a browser hands it over. */
function pastes(page: Page, text: string) {
  return page.locator('#people-pick').evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
