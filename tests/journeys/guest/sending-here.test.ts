import type { Page, Route } from 'playwright-core'
import { expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { event } from '#tests/factories/events.ts'
import { vegetarian } from '#tests/factories/questions.ts'
import { runningApp } from '#tests/running-app.ts'
import { agree, fillIn, send } from '../attending.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const personal = /\/registrations\/[\w-]{43}$/

const registered = async (id: string) =>
  (await connection().sql`select name from registration where event_id = ${id}`).map(({ name }) => name)

async function opened(locale: 'vi' | 'en', width: number) {
  const made = await event()
  await vegetarian(made)
  const one = await comes({ locale, width })
  await one.page.goto(`/${locale}/events/${made.slug}/register`)
  await fillIn(one.page, locale, { name: 'Lê An', email: 'an@example.org' })
  await one.page.locator('[name="answers.veg"][value="no"]').check()
  await agree(one.page)
  return { made, ...one, person: one }
}

/** Posts wait until they are let go on. */
async function holding(page: Page) {
  const held: Route[] = []
  await page.route('**/register', (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    held.push(route)
  })
  return { goOn: () => Promise.all(held.splice(0).map((route) => route.continue())) }
}

it.each([
  ['vi', 360],
  ['en', 1280],
] as const)(
  'a form that reaches nobody says so, keeps what was typed, and is sent again (%s)',
  async (locale, width) => {
    const { made, page, isOffline, person } = await opened(locale, width)
    await isOffline(true)
    await send(page, locale)
    await page.getByRole('alert').getByText(m['shared.form.away']({}, { locale })).waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('form-errors')
    await expectGoodPage(person)
    await isOffline(false)
    await page.locator('[name="name"]').fill('Lê Thị An')
    await send(page, locale)
    await page.waitForURL(personal)
    expect(await registered(made.id)).toEqual(['Lê Thị An'])
    await page.goBack()
    await page.locator('form[data-send-here]:not([data-busy])').waitFor()
    await page
      .getByRole('button', { name: m['registration.form.submit']({}, { locale }), exact: true })
      .waitFor()
  },
)

it('what is too large to be taken in is said in the form, and nothing typed is lost', async () => {
  const { made, page, mayBeRefused } = await opened('en', 1280)
  mayBeRefused(413)
  await page.locator('[name="position"]').evaluate((field) => {
    const large = Object.assign(document.createElement('input'), { type: 'hidden', name: 'large' })
    large.value = 'x'.repeat(1_200_000)
    field.after(large)
  })
  await send(page, 'en')
  await page
    .getByRole('alert')
    .getByText(m['shared.refusal.too-large']({ size: 1 }, { locale: 'en' }))
    .waitFor()
  expect(await page.locator('[name="name"]').inputValue()).toBe('Lê An')
  await page.locator('[name="large"]').evaluate((field) => field.remove())
  await send(page, 'en')
  await page.waitForURL(personal)
  expect(await registered(made.id)).toEqual(['Lê An'])
})

it('pressed twice it is sent once', async () => {
  const { made, page } = await opened('vi', 360)
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  const { goOn } = await holding(page)
  await send(page, 'vi')
  const waiting = page.getByRole('button', { name: m['registration.form.sending']({}, { locale: 'vi' }) })
  await waiting.click({ force: true })
  await page.locator('[name="name"]').press('Enter')
  await goOn()
  await page.waitForURL(personal)
  expect(posts).toHaveLength(1)
  expect(await registered(made.id)).toEqual(['Lê An'])
})

it('what is typed while it is under way stays beside what it is refused for', async () => {
  const { page, mayBeRefused } = await opened('vi', 360)
  mayBeRefused(400)
  await page.locator('[name="consent"]').uncheck()
  const { goOn } = await holding(page)
  await send(page, 'vi')
  await page.locator('form[data-busy]').waitFor()
  await page.locator('[name="position"]').fill('Nhà báo')
  await page.locator('[name="answers.veg"][value="yes"]').check()
  await goOn()
  await page
    .getByRole('alert')
    .getByText(m['registration.form.consent-missing']({}, { locale: 'vi' }))
    .waitFor()
  expect(await page.locator('[name="position"]').inputValue()).toBe('Nhà báo')
  expect(await page.locator('fieldset[data-question="kind-of"]').isVisible()).toBe(true)
})

it('asks after a slip in the address, and no longer when it is mended', async () => {
  const { page } = await opened('vi', 360)
  const email = page.locator('[name="email"]')
  const asked = page.getByText(
    m['registration.form.email-slip']({ address: 'an@gmail.com' }, { locale: 'vi' }),
  )
  await email.fill('an@gmial.com')
  await email.blur()
  await asked.waitFor()
  await email.fill('an@gmail.com')
  await email.blur()
  await asked.waitFor({ state: 'hidden' })
})

it('the form weighs at most 80 KB of script, touched, refused and sent', async () => {
  const made = await event()
  await vegetarian(made)
  const { page, mayBeRefused } = await comes({ width: 360 })
  mayBeRefused(400)
  const came: Promise<number>[] = []
  let isOnForm = true
  page.on('requestfinished', (request) => {
    if (!isOnForm || !/\.js$/.test(new URL(request.url()).pathname)) return
    came.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(`/vi/events/${made.slug}/register`)
  await fillIn(page, 'vi', { name: 'Lê An', email: 'an@example.org' })
  await page.locator('[name="answers.veg"][value="no"]').check()
  await send(page, 'vi')
  await page.getByRole('alert').waitFor()
  await page.waitForLoadState('networkidle')
  isOnForm = false
  const bytes = (await Promise.all(came)).reduce((sum, one) => sum + one, 0)
  expect(came.length).toBeGreaterThan(3)
  expect(bytes).toBeLessThan(80 * 1024)
  await agree(page)
  await send(page, 'vi')
  await page.waitForURL(personal)
})
