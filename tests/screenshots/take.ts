import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../find-browser.mjs'

/**
 * Pictures of every page of a running app, on phone and desk, light and dark, in both languages, to be looked at:
 *   npx tsx tests/screenshots/take.ts <address> <folder> [sign-in link as printed at start]
 * With `--readme` only the two pictures of the README, into .github/pictures.
 */
const [address = 'http://localhost:3000', folder = 'screenshots', signInLink] = process.argv
  .slice(2)
  .filter((word) => word !== '--readme')

const event = '/events/friends-roundtable'
const publicPages = [
  '',
  event,
  '/events/harvard-roundtable-2025',
  '/events/danaff/agenda',
  '/events/harvard-roundtable-2025/sessions/opening',
  '/events/harvard-roundtable-2025/speakers',
  '/events/harvard-roundtable-2025/speakers/ngo-phuong-lan',
  `${event}/register`,
  '/initiatives/aiws-film-park',
  '/nothing-here',
]
const desk = `/organize${event}`
const organizerPages = [
  '/organize',
  '/organize/events/new',
  ...['', '/registrations', '/registrations/new', '/categories', '/settings'].map((page) => desk + page),
  ...['/hosts', '/outbox', '/activity'].map((page) => desk + page),
]

const looks = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['vi', 'en'] as const).map((lang) => ({ width, colorScheme, lang })),
  ),
)

async function takeAll(browser: Browser) {
  const storageState = signInLink ? await signIn(browser, signInLink) : undefined
  for (const { width, colorScheme, lang } of looks) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      ...(storageState && { storageState }),
    })
    // Organizer pages speak the account's language, the others the reader's.
    if (storageState) {
      const headers = { Origin: new URL(address).origin }
      await context.request.post(`${address}/organize/language`, { form: { locale: lang }, headers })
    } else await context.addCookies([{ name: 'lang', value: lang, url: address }])
    const page = await context.newPage()
    const pages = [
      ...publicPages.map((one) => `/${lang}${one}`),
      ...(storageState ? organizerPages : ['/sign-in']),
    ]
    for (const one of pages) {
      await page.goto(address + one)
      const name = `${one.replaceAll('/', '_')}-${width}-${colorScheme}-${lang}.png`
      await page.screenshot({ path: path.join(folder, name), fullPage: true })
    }
    await context.close()
  }
}

async function signIn(browser: Browser, link: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('main').getByRole('button').click()
  await page.waitForURL('**/organize')
  const state = await context.storageState()
  await context.close()
  return state
}

async function takeForReadme(browser: Browser) {
  const pictures = [
    { name: 'event', width: 1280, height: 860, path: '/en/events/harvard-roundtable-2025' },
    { name: 'register', width: 390, height: 860, path: '/vi/events/friends-roundtable/register' },
  ]
  for (const picture of pictures) {
    const page = await browser.newPage({ viewport: picture, timezoneId: 'Asia/Ho_Chi_Minh' })
    await page.goto(address + picture.path)
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    await page.screenshot({ path: path.join('.github', 'pictures', `${picture.name}.png`) })
    await page.close()
  }
}

Object.assign(process.env, await findBrowser(process.cwd()))
const executablePath = process.env.CHROME_PATH ?? ''
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
if (process.argv.includes('--readme')) await takeForReadme(browser)
else {
  await mkdir(folder, { recursive: true })
  await takeAll(browser)
}
await browser.close()
