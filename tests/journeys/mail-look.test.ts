import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales, mailKinds } from '#app/shared/vocabulary.ts'
import { renderMail } from '#emails/render.server.tsx'
import { samplesOf } from '#emails/samples.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  const executablePath = process.env.CHROME_PATH ?? ''
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })
  page = await context.newPage()
})
afterAll(() => browser?.close())

/** The contrast of every word that is seen against what lies behind it (WCAG 2), and what sticks out at the side. */
function measure() {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = ([r = 0, g = 0, b = 0]: number[]) => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((one) => {
      const part = one / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const groundOf = (start: Element) => {
    for (let at: Element | null = start; at; at = at.parentElement) {
      const ground = channels(getComputedStyle(at).backgroundColor)
      if (ground.length === 3 || (ground[3] ?? 0) > 0.99) return ground
    }
    return [255, 255, 255]
  }
  const faint: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = node.textContent?.trim()
    if (!parent || !words || !parent.checkVisibility({ opacityProperty: true })) continue
    const [a, b] = [luminance(channels(getComputedStyle(parent).color)), luminance(groundOf(parent))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${words.slice(0, 40)}`)
  }
  return { faint, wide: document.documentElement.scrollWidth - window.innerWidth }
}

describe.each(['dark', 'light'] as const)('in the %s, on a phone', (colorScheme) => {
  test.each(mailKinds)('%s is readable to its foot and no wider than the screen', async (kind) => {
    await page.emulateMedia({ colorScheme })
    for (const locale of locales) {
      for (const facts of samplesOf(kind, locale)) {
        await page.setContent(renderMail(kind, facts, locale).html)
        expect(await page.evaluate(measure)).toEqual({ faint: [], wide: 0 })
      }
    }
  })
})
