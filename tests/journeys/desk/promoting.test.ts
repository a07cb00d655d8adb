import { expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { event } from '#tests/factories/events.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const

/** An organizer at the campaigns of a body that has two lists, with one reader on both. */
async function desk(script = true) {
  const body = await organization()
  const made = await event({ hosts: [body] })
  const lists = [await list({ organizationId: body.id }), await list({ organizationId: body.id })] as const
  const both = await contactOn(lists[0], { email: `both-${body.slug}@promoted.example` })
  await contactOn(lists[1], { contactId: both.id })
  await contactOn(lists[1], { email: `en-${body.slug}@promoted.example`, locale: 'en' })
  const organizer = await comes({ width: 1280, script })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const [name = '', value = ''] = cookie.split('=')
  await organizer.page.context().addCookies([{ name, value, url: app.url }])
  await organizer.page.goto(`/organize/organizations/${body.slug}/campaigns`)
  return { event: made, lists, organizer, page: organizer.page }
}

type Desk = Awaited<ReturnType<typeof desk>>

const press = ({ page }: Pick<Desk, 'page'>, name: string) =>
  page.getByRole('button', { name, exact: true }).click()

async function opens({ page }: Desk, tab: 'message' | 'audience') {
  const names = {
    message: m['campaigns.tab.message'],
    audience: m['campaigns.tab.audience'],
  }
  await page
    .locator('.tabs')
    .getByRole('link', { name: names[tab]({}, vi), exact: true })
    .click()
  await page.waitForURL(`**/${tab}`)
}

const saves = async (of: Desk) => {
  await press(of, m['organize.form.save']({}, vi))
  await of.page.getByText(m['shared.done.saved']({}, vi), { exact: true }).waitFor()
}

/** One that goes to both lists and says a heading, beside the event. */
async function begins(of: Desk) {
  const { event: at, lists, page } = of
  await page.getByLabel(m['campaigns.form.name']({}, vi)).fill('Mời tới Đà Nẵng')
  await page.locator('select[name=event]').selectOption(at.id)
  await press(of, m['campaigns.add']({}, vi))
  await page.waitForURL('**/message')
  for (const kind of ['heading', 'event']) {
    await page.locator(`[value=add-${kind}]`).click()
    await page.waitForURL('**/message#block-*')
  }
  await opens(of, 'audience')
  for (const { id } of lists) await page.locator(`[name="lists.${id}"]`).check()
  return { heading: page.locator('input[name$=".words.vi"]').first() }
}

it('a campaign is counted and seen while it is chosen and typed, also when the network goes', async () => {
  const of = await desk()
  const { organizer, page } = of
  await expectGoodPage(organizer)
  const { heading } = await begins(of)
  const counted = (name: string) => page.locator(`[data-live-text=${name}]`)
  await expect.poll(() => counted('addresses').textContent()).toBe('2')
  await expect.poll(() => counted('repeated').textContent()).toBe('1')
  await page.locator('[name="conditions.0.what"]').selectOption('language:en')
  await expect.poll(() => counted('addresses').textContent()).toBe('1')
  await expectGoodPage(organizer)
  await saves(of)

  await opens(of, 'message')
  await page.locator('[name="subject.vi"]').fill('Mời {name|quý vị} tới Đà Nẵng')
  await page.locator('[name="subject.en"]').fill('Come to Da Nang')
  await heading.fill('Mở cửa ngày 29 tháng 6')
  const mail = (language: string, width: string) =>
    page.locator(`[data-language=${language}] [data-width=${width}] iframe`).contentFrame()
  const said = (words: string, language = 'vi', width = 'phone') =>
    mail(language, width).getByRole('heading', { name: words }).waitFor()
  await said('Mở cửa ngày 29 tháng 6')
  expect(await page.locator('[data-live-text="vi.subject"]').textContent()).toMatch(/^Mời .+ tới Đà Nẵng$/)
  expect(await page.locator('[data-live-text="vi.text"]').textContent()).toContain('Mở cửa ngày 29 tháng 6')
  await page.locator('label:has([value=en])').click()
  await page.locator('label:has([value=desk])').click()
  await said('Come to Da Nang', 'en', 'desk')
  await expectGoodPage(organizer)

  organizer.mayBeRefused(400)
  await heading.fill('Chào {bạn}')
  await page.getByText(m['campaigns.form.unknown']({ names: 'bạn' }, vi)).waitFor()
  await organizer.isOffline(true)
  await heading.fill('Hẹn gặp ở Đà Nẵng')
  await page.getByText(m['campaigns.preview.away']({}, vi)).waitFor()
  expect(await heading.inputValue()).toBe('Hẹn gặp ở Đà Nẵng')
  await organizer.isOffline(false)
  await page.locator('label:has([value=vi])').click()
  await page.locator('label:has([value=phone])').click()
  await said('Hẹn gặp ở Đà Nẵng')
  await saves(of)
  expect(await heading.inputValue()).toBe('Hẹn gặp ở Đà Nẵng')
})

it('a campaign is seen and counted without script by its buttons', async () => {
  const of = await desk(false)
  const { lists, page } = of
  await page.getByLabel(m['campaigns.form.name']({}, vi)).fill('Không có mã')
  await press(of, m['campaigns.add']({}, vi))
  await page.locator('[name="subject.vi"]').fill('Thư thử')
  await press(of, m['mail.words.show']({}, vi))
  await page.getByText(m['mail.words.not-saved']({}, vi)).waitFor()
  expect(await page.locator('[data-live-text="vi.subject"]').textContent()).toContain('Thư thử')
  expect(await page.locator('[name="subject.vi"]').inputValue()).toBe('Thư thử')
  await page.locator('label:has([value=text])').click()
  await page.locator('pre[lang=vi]').waitFor()
  await page
    .locator('.tabs')
    .getByRole('link', { name: m['campaigns.tab.audience']({}, vi) })
    .click()
  for (const { id } of lists) await page.locator(`[name="lists.${id}"]`).check()
  await press(of, m['campaigns.audience.count']({}, vi))
  await page.getByText(m['campaigns.audience.said']({ count: '2' }, vi)).waitFor()
  expect(await page.locator('[data-live-text=repeated]').textContent()).toBe('1')
})
