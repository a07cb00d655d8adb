import { describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp()
const { comes } = people(app)
const locales = ['vi', 'en'] as const
const harvard = '/events/harvard-roundtable-2025'
const pages = [
  '',
  harvard,
  `${harvard}/agenda`,
  `${harvard}/sessions/opening`,
  `${harvard}/speakers`,
  `${harvard}/speakers/dang-hoang-giang`,
  '/events/friends-roundtable',
  '/events/danaff/agenda',
  '/initiatives/friends-of-film',
]

describe('a reader', () => {
  it('goes from the home page by links into a session, and on in the other language', async () => {
    const { page } = await comes({ width: 360 })
    await page.goto('/')
    expect(new URL(page.url()).pathname).toBe('/vi')
    await page.locator(`main a[href="/vi${harvard}"]`).first().click()
    await page.locator(`a[href="/vi${harvard}/agenda"]`).first().click()
    await page.locator(`main a[href="/vi${harvard}/sessions/opening"]`).first().click()
    await page.locator(`main a[href="/vi${harvard}/speakers/dang-hoang-giang"]`).first().click()
    await page.getByRole('heading', { level: 1, name: 'Đặng Hoàng Giang' }).waitFor()
    await page.locator('a[data-language][lang="en"]').click()
    expect(new URL(page.url()).pathname).toBe(`/en${harvard}/speakers/dang-hoang-giang`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  it('who goes by keyboard on a phone meets the way to register before the people', async () => {
    const { page } = await comes({ width: 360 })
    await page.goto('/vi/events/friends-roundtable')
    for (let steps = 0; steps < 8; steps += 1) {
      await page.keyboard.press('Tab')
      if (await page.locator('a[href$="/register"]:focus').count()) break
    }
    const box = await page.locator('a[href$="/register"]:focus').boundingBox()
    expect(box?.height).toBeGreaterThan(40)
    expect(await page.locator('a[href$="/register"]').filter({ visible: true }).count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/register')
  })

  it('opens each of the sessions that begin together, by the whole of its column', async () => {
    const { page } = await comes({ width: 1280 })
    await page.goto('/vi/events/danaff/agenda')
    const row = page.locator('.parallel').first().locator(':scope > li')
    const addresses = await row
      .locator('h3 a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')))
    expect(addresses.length).toBe(3)
    for (const [at, address] of addresses.entries()) {
      await row.nth(at).click({ position: { x: 12, y: 4 } })
      await page.waitForURL(`**${address}`)
      await page.goBack()
    }
  })

  it('meets a page that is not there in their language', async () => {
    const reader = await comes({ locale: 'en' })
    reader.mayBeRefused(404)
    const answer = await reader.page.goto('/en/events/nowhere')
    expect(answer?.status()).toBe(404)
    expect(await reader.page.locator('h1').textContent()).toBe(
      m['shared.error.missing']({}, { locale: 'en' }),
    )
    await expectGoodPage(reader)
  })
})

describe.each(locales)('in %s', (locale) => {
  it.each(pages)('%s is good on a phone and a desk, by day and by night', async (path) => {
    const reader = await comes({ width: 360, locale })
    const answer = await reader.page.goto(`/${locale}${path}`)
    expect(answer?.status()).toBe(200)
    expect(await reader.page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await reader.page.locator('h1').count()).toBe(1)
    expect(await alternates(reader.page)).toEqual({ vi: `${app.url}/vi${path}`, en: `${app.url}/en${path}` })
    await expectGoodPage(reader)
    await reader.leaves()
  })
})

async function alternates(page: Awaited<ReturnType<typeof comes>>['page']) {
  const links = page.locator('link[rel="alternate"][hreflang]:not([hreflang="x-default"])')
  const pairs = await links.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('hreflang'), one.getAttribute('href')]),
  )
  return Object.fromEntries(pairs) as Record<string, string>
}
