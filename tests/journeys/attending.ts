import type { Page } from 'playwright-core'
import { m } from '#app/paraglide/messages.js'

export type Guest = {
  name: string
  email: string
  organization?: string
  position?: string
  category?: string
}

/** Types what a guest says of themselves into the form that the page shows. */
export async function fillIn(page: Page, locale: 'vi' | 'en', guest: Guest) {
  const said = { locale }
  const { name, email, organization = '', position = '', category = 'guest' } = guest
  await page.getByRole('textbox', { name: m['registration.form.name']({}, said) }).fill(name)
  await page.getByRole('textbox', { name: m['registration.form.organization']({}, said) }).fill(organization)
  await page.getByRole('textbox', { name: m['registration.form.position']({}, said) }).fill(position)
  await page.getByRole('textbox', { name: m['registration.form.email']({}, said) }).fill(email)
  const categories = page.locator(`input[name="category"][value="${category}"]`)
  if (await categories.count()) await categories.check()
}

export async function agree(page: Page) {
  await page.locator('input[name="consent"]').check()
}

export async function send(page: Page, locale: 'vi' | 'en') {
  await page.getByRole('button', { name: m['registration.form.submit']({}, { locale }), exact: true }).click()
}

/** Registers from the first look at the form to the personal page; answers where that is. */
export async function register(
  page: Page,
  locale: 'vi' | 'en',
  event: string,
  guest: Guest,
): Promise<string> {
  await page.goto(`/${locale}/events/${event}/register`)
  await fillIn(page, locale, guest)
  await agree(page)
  await send(page, locale)
  await page.waitForURL(/\/registrations\/[\w-]{43}$/)
  return page.url()
}

/** The script of the page has taken over its form. */
export async function hydrated(page: Page) {
  await page.evaluate(() => dispatchEvent(new Event('page-wanted')))
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main form') ?? {}).some((key) => key.startsWith('__reactProps')),
  )
}
