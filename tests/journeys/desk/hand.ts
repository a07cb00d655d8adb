import type { Locator, Page } from 'playwright-core'

/** One who works with mouse and keyboard, and counts: a letter is a key, whatever it takes to write its marks. */
export function handAt(page: Page) {
  const sent = { keys: 0, clicks: 0 }
  return {
    sent,
    async clicks(target: Locator) {
      sent.clicks += 1
      await target.click()
    },
    async types(text: string) {
      sent.keys += [...text].length
      await page.keyboard.type(text)
    },
    async presses(key: string) {
      sent.keys += 1
      await page.keyboard.press(key)
    },
  }
}
