import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from '../good-page.ts'
import { people } from '../people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people({ url: app.url, beside: 'http://127.0.0.1:1' })
const cities = '/vi/initiatives/aiws-film-park/cities'

/** What is read there, with plain spaces where names are held together. */
async function textOf(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).textContent()) ?? '').replaceAll('\u00a0', ' ')
}

/** The names on the map that is seen, as boxes of the page. */
function namesOnMap(page: Page) {
  return page.locator('.city-map > .city-sheet:visible .city-mark text').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return { x, y, width, height, text: one.textContent }
    }),
  )
}

describe('the cities of an initiative', () => {
  it.each([320, 768, 1280, 1920])('have names that touch nothing at %i px', async (width) => {
    const { page } = await comes({ width })
    await page.goto(app.url + cities)
    await page.evaluate(() => document.fonts.ready)
    expect(await page.locator('.city-map > .city-sheet:visible').count()).toBe(1)
    const names = await namesOnMap(page)
    expect(names.length).toBeGreaterThanOrEqual(5)
    for (const [at, a] of names.entries())
      for (const b of names.slice(at + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart, `${a.text} and ${b.text} at ${width}`).toBe(true)
      }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it('lead from the map to the list by keyboard, and through the years, without script', async () => {
    const { page } = await comes({ width: 1280 })
    await page.goto(app.url + cities)
    await expectGoodPage({ page })
    await page.locator('.city-map > .city-sheet:visible a[href="#city-awaji"]').focus()
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#city-awaji')
    await page.click('.city-years a:has-text("2025")')
    expect(await page.locator('table tbody tr').count()).toBe(11)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.city-map > .city-sheet:visible').count()).toBe(1)
  })

  it('weigh little: the whole page with its maps stays under 25 KB', async () => {
    const text = await (await fetch(app.url + cities)).text()
    expect(gzipSync(text).length).toBeLessThan(25_000)
  })
})

describe('the index', () => {
  it('is read, sorted and followed to where Phú Yên stands in 2025 and in 2026', async () => {
    const { page } = await comes({ width: 1280 })
    await page.goto(`${app.url}/en/indices/pai`)
    await expectGoodPage({ page })
    expect(await page.locator('.tile').count()).toBe(65)
    await page.click('thead a:has-text("Place")')
    expect(await textOf(page, 'tbody th >> nth=0')).toBe('Đà Nẵng')
    await page.click('tbody th a[href$="/places/phu-yen"]')
    await expectGoodPage({ page })
    expect(await textOf(page, 'main')).toContain('part of Đắk Lắk')
    await page.click('.city-years a:has-text("2025")')
    const text = await textOf(page, 'main')
    expect(text).toContain('Until June 30, 2025')
    expect(text).toContain('Since July 1, 2025')
  })

  it('stands in a frame on other sites, and sets no cookie there', async () => {
    const answer = await fetch(`${app.url}/embed/indices/pai?lang=vi`)
    expect(answer.headers.get('Content-Security-Policy')).toContain('frame-ancestors *')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    const own = await fetch(`${app.url}/vi/indices/pai`)
    expect(own.headers.get('Content-Security-Policy')).toContain(`frame-ancestors 'none'`)
    const { page } = await comes({ width: 360 })
    await page.goto(`${app.url}/embed/indices/pai?lang=vi`)
    await expectGoodPage({ page })
  })
})
