import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { type AppProcess, startApp } from '../app-process.ts'
import { findBrowser } from '../find-browser.mjs'
import { send } from '../requests.ts'
import { guests, organizerPages, publicPages } from './pages.ts'

// npx tsx tests/screenshots/take.ts FOLDER: every page in both languages, on a phone and a desk, by day and by night.
// npx tsx tests/screenshots/take.ts --readme: only the pictures of the README.

const root = path.resolve(import.meta.dirname, '../..')
const [target] = process.argv.slice(2)
if (!target) throw new Error('Name the folder for the pictures, or say --readme for its two.')
const folder = target === '--readme' ? path.join(root, '.github', 'pictures') : path.resolve(target)
await mkdir(folder, { recursive: true })

const dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-pictures-'))
const browserEnv = await findBrowser(root)
Object.assign(process.env, browserEnv)
const app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: '' })
const browser = await chromium.launch({
  executablePath: String(browserEnv.CHROME_PATH),
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
})
try {
  await (target === '--readme' ? takePictures() : takeEverything(app))
} finally {
  await browser.close()
  await app.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function takeEverything({ told }: AppProcess) {
  const link = await guestsCome()
  const visitor = await arrival()
  for (const lang of ['vi', 'en']) {
    const places = { lang, link }
    for (const [name, address] of Object.entries(publicPages)) {
      await take(visitor, `${lang}-${name}`, fill(address, places))
    }
  }
  const organizer = await arrival()
  const [signIn = ''] = /http\S+\/sign-in\/link\/\S+/.exec(told().join('\n')) ?? []
  await organizer.goto(signIn)
  await take(organizer, 'vi-sign-in-link', signIn)
  await organizer.locator('main form button').click()
  await organizer.waitForURL('**/organize')
  const places = {
    registration: await firstOf(organizer, organizerPages.registrations),
    mail: await firstOf(organizer, organizerPages.outbox),
  }
  for (const locale of ['vi', 'en']) {
    await organizer.context().request.post('/organize/language', { form: { locale } })
    for (const [name, address] of Object.entries(organizerPages)) {
      await take(organizer, `${locale}-desk-${name}`, fill(address, places))
    }
  }
}

/** Registers the guests; answers where the first one's own page is. */
async function guestsCome(): Promise<string> {
  const links: string[] = []
  for (const [at, [name, organization, position, category]] of guests.entries()) {
    const form = { name, organization, position, category, email: `guest${at}@example.org`, consent: 'on' }
    const { headers } = await send(app, '/vi/events/friends-roundtable/register', { form })
    links.push(String(headers.location))
  }
  return String(links[0])
}

async function arrival(options: Parameters<typeof browser.newContext>[0] = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: app.url,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  })
  return context.newPage()
}

async function take(page: Page, name: string, address: string) {
  await page.goto(address)
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await showFrames(page)
      await page.screenshot({
        path: path.join(folder, `${name}-${width}-${colorScheme}.png`),
        fullPage: true,
      })
    }
  }
}

/** A locked-up frame below the fold is painted when somebody scrolls to it, and would be blank on a picture. */
async function showFrames(page: Page) {
  for (const frame of await page.locator('iframe').all()) {
    await frame.scrollIntoViewIfNeeded()
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))))
  }
}

async function takePictures() {
  const pictures = [
    { name: 'event', width: 1280, height: 860, address: '/en/events/harvard-roundtable-2025' },
    { name: 'register', width: 390, height: 860, address: '/vi/events/friends-roundtable/register' },
  ]
  for (const { name, address, ...viewport } of pictures) {
    const page = await arrival({ viewport })
    await page.goto(address)
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    await page.screenshot({ path: path.join(folder, `${name}.png`) })
  }
}

/** What the first row of a list leads to, as the last part of its address. */
async function firstOf(page: Page, list = ''): Promise<string> {
  await page.goto(list)
  const href = await page.locator('tbody tr a').first().getAttribute('href')
  return String(href?.split('/').at(-1))
}

function fill(address: string, places: Record<string, string>): string {
  return address.replace(/:(\w+)/g, (part, name: string) => places[name] ?? part)
}
