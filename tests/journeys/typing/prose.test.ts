import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const address = '/organize/events/prose-day/agenda/sessions/new'
let eventId = ''
let cookie = ''

beforeAll(async () => {
  const body = await organization()
  eventId = (await event({ slug: 'prose-day', hosts: [body], publishedAt: new Date() })).id
  cookie = await signInCookieOf(await memberOf(body, 'admin'))
})

async function arrives(width: number) {
  const one = await comes({ width })
  const [name = '', value = ''] = cookie.split('=')
  await one.page.context().addCookies([{ name, value, url: app.url }])
  await one.page.goto(address)
  return one
}

/** What a page of another site hands over when it is copied. */
async function paste(page: Page, html: string) {
  await page.locator('.prose-editor').evaluate((editor, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

it.each([1280, 360])(
  'a text with marks is written with tools at %i, and saved as its marks',
  async (width) => {
    const one = await arrives(width)
    const { page } = one
    const area = page.locator('textarea[name="abstract.vi"]')
    const text = () => area.inputValue()
    await page.locator('[name="title.vi"]').fill(`Tọa đàm ${width}`)
    await area.focus()
    const label = m['organize.form.in-vietnamese']({ label: m['agenda.session.abstract']({}, vi) }, vi)
    const editor = page.getByRole('textbox', { name: label, exact: true }).and(page.locator('.prose-editor'))
    await editor.waitFor()
    expect(await editor.evaluate((own) => own === document.activeElement)).toBe(true)
    await page.keyboard.type('Phim là ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('ký ức')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('.')
    await page.keyboard.press('Enter')
    const tool = (name: string) => page.getByRole('button', { name, exact: true })
    await tool(m['shared.prose.list']({}, vi)).click()
    await page.keyboard.type('một')
    await page.keyboard.press('Enter')
    await page.keyboard.type('hai ')
    expect(await text()).toBe('Phim là **ký ức**.\n\n- một\n- hai')

    await page.keyboard.press('Control+k')
    const where = page.getByLabel(m['shared.prose.address']({}, vi), { exact: true })
    await where.fill('javascript:alert(1)')
    await where.press('Enter')
    await page.getByText(m['shared.prose.address-wrong']({}, vi)).waitFor()
    await expectGoodPage(one)
    await where.fill('a.example/x')
    await where.press('Enter')
    expect(await text()).toBe('Phim là **ký ức**.\n\n- một\n- hai https://a.example/x')
    await tool(m['shared.prose.undo']({}, vi)).click()
    expect(await text()).toBe('Phim là **ký ức**.\n\n- một\n- hai')
    await tool(m['shared.prose.redo']({}, vi)).click()

    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await paste(
      page,
      '<h2>Đầu</h2><p style="color:red"><b>đậm</b> <a href="javascript:x">x</a><img src="x"></p>',
    )
    const wanted = 'Phim là **ký ức**.\n\n- một\n- hai https://a.example/x\n\nĐầu\n\n**đậm** x'
    expect(await text()).toBe(wanted)
    await expectGoodPage(one)
    await page.getByRole('button', { name: m['agenda.session.add']({}, vi) }).click()
    await page.getByText(m['agenda.session.saved']({}, vi)).waitFor()
    const sessions = await listDraftSessions(eventId)
    expect(sessions.find(({ title }) => title.vi === `Tọa đàm ${width}`)?.abstract.vi).toBe(wanted)
    await one.leaves()
  },
)

it('whoever fills a field at once is not interrupted', async () => {
  const one = await arrives(1280)
  const { page } = one
  const area = page.locator('textarea[name="abstract.vi"]')
  let arrive = () => {}
  const filled = new Promise<void>((done) => (arrive = done))
  await page.route('**/prose-editor.js', (route) => filled.then(() => route.continue()))
  await area.focus()
  await area.fill('Viết **tay**')
  arrive()
  // As text: what vitest makes of an import means nothing to a browser.
  await page.evaluate("import('/prose-editor.js')")
  for (let frame = 0; frame < 3; frame++) await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await area.inputValue()).toBe('Viết **tay**')
  expect(await page.locator('.prose-editor').count()).toBe(0)
  await one.leaves()
})

it('what is dictated in one go stands as it was said', async () => {
  const one = await arrives(1280)
  const { page } = one
  const area = page.locator('textarea[name="abstract.vi"]')
  await area.focus()
  await page.locator('.prose-editor').waitFor()
  for (const said of ['Nói **to**', ', rồi ', '*nhỏ* thôi']) await page.keyboard.insertText(said)
  expect(await area.inputValue()).toBe('Nói **to**, rồi *nhỏ* thôi')
  await one.leaves()
})
