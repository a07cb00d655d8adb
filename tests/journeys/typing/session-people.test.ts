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
  'people are searched, told apart, added and put in order by keys at %i',
  async (width) => {
    const one = await arrives(width)
    const { page } = one
    const title = `Tọa đàm ${width}`
    await page.locator('[name="title.vi"]').fill(title)
    const names = page.getByRole('combobox', { name: m['agenda.session.person-name']({}, vi) })
    const choices = page.getByRole('option')
    await names.nth(0).pressSequentially('tran thi anh')
    await choices.filter({ hasText: 'Nhà báo' }).waitFor()
    expect(await choices.filter({ hasText: 'Trần Thị Ánh' }).count()).toBe(2)
    await expectGoodPage(one)
    await names.nth(0).press('ArrowDown')
    await names.nth(0).press('ArrowDown')
    await names.nth(0).press('Enter')
    expect(await names.nth(0).inputValue()).toBe('Trần Thị Ánh (Nhà báo)')
    await names.nth(1).pressSequentially('binh')
    await names.nth(1).press('Enter')
    expect(await names.nth(1).inputValue()).toBe('Lê Văn Bình')
    await page.getByRole('button', { name: m['agenda.session.person-row']({}, vi) }).click()
    expect(await names.count()).toBe(4)
    await names.nth(3).pressSequentially(`Người Mới ${width}`)
    await choices.filter({ hasText: `Người Mới ${width}` }).click()
    const minutes = page.locator('[name="turn"]').nth(0)
    await minutes.fill('120')
    expect(await minutes.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true)
    const handle = page.getByRole('button', {
      name: m['agenda.session.person-move']({ name: 'Lê Văn Bình' }, vi),
    })
    await handle.focus()
    await handle.press('ArrowUp')
    await page
      .getByText(m['agenda.session.person-moved']({ name: 'Lê Văn Bình', place: '1' }, vi))
      .waitFor({ state: 'attached' })
    expect(await names.nth(0).inputValue()).toBe('Lê Văn Bình')
    await expectGoodPage(one)
    await page.getByRole('button', { name: m['agenda.session.add']({}, vi) }).click()
    await page.getByText(m['agenda.session.saved']({}, vi)).waitFor()
    const row = page.locator('.people-row-known')
    expect(await row.nth(0).textContent()).toContain('Nhà sản xuất')
    expect(await row.nth(1).textContent()).toContain('Nhà báo')
    expect(await row.nth(2).textContent()).toContain(`Người Mới ${width}`)
    const made = (await listDraftSessions(eventId)).find((session) => session.title.vi === title)
    expect(made?.appearances).toHaveLength(3)
    await one.leaves()
  },
)

it.each([true, false])('the hint says what can be done with the rows (script: %s)', async (script) => {
  const one = await arrives(1280, script)
  const [moving, numbered] = [
    m['agenda.session.people-hint-moving']({}, vi),
    m['agenda.session.people-hint']({}, vi),
  ]
  await one.page.getByText(script ? moving : numbered).waitFor()
  expect(await one.page.getByText(script ? numbered : moving).count()).toBe(0)
  expect(await one.page.locator('[name="place"]').first().isVisible()).toBe(!script)
  await one.leaves()
})
