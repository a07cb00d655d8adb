import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'

/** `beside` is another site that the test is about: asking it is no trouble. */
type Site = { url: string; beside?: string }
type Options = { width?: number; script?: boolean; locale?: 'vi' | 'en' }

export type Person = Awaited<ReturnType<ReturnType<typeof people>['comes']>>

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

/**
 * People who come to a running site, each with a browser window of their own. A console error, a broken script or a
 * request to any other host fails the test in which it happens.
 */
export function people(site: Site) {
  let browser: Promise<Browser> | undefined
  const troubles: string[] = []
  afterEach(() => expect(troubles.splice(0)).toEqual([]))
  afterAll(async () => (await browser)?.close())
  return {
    async comes({ width = 1280, script = true, locale = 'vi' }: Options = {}) {
      browser ??= launch()
      const context = await (await browser).newContext({
        baseURL: site.url,
        viewport: { width, height: 800 },
        javaScriptEnabled: script,
        reducedMotion: 'reduce',
        locale: locale === 'vi' ? 'vi-VN' : 'en-US',
        timezoneId: 'Asia/Ho_Chi_Minh',
      })
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      const refusals = new Set<number | 'offline'>()
      watch(page, site, refusals, troubles)
      return {
        page,
        /** From now on an answer with this status is what the test is about. */
        mayBeRefused: (status: number) => refusals.add(status),
        /** From now on a request that reaches nobody is what the test is about. */
        mayBeOffline: () => refusals.add('offline'),
        /** Without network until called with `false`; what fails to load meanwhile is what the test is about. */
        isOffline: async (offline: boolean) => {
          if (offline) refusals.add('offline')
          await context.setOffline(offline)
        },
        leaves: () => context.close(),
      }
    },
  }
}

function launch(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH
  if (!executablePath)
    throw new Error('The journeys need a browser: run `npm test`, or name one in CHROME_PATH.')
  return chromium.launch({ executablePath, args: switches })
}

function watch(page: Page, site: Site, refusals: Set<number | 'offline'>, troubles: string[]) {
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const status = Number(/server responded with a status of (\d+)/.exec(message.text())?.[1])
    if (message.type() !== 'error' || refusals.has(status)) return
    // Remix says so when a proxy answers for the server with a page of its own.
    if (refusals.has(502) && message.text().startsWith('SyntaxError')) return
    if (
      refusals.has('offline') &&
      /EventSource's response has a MIME type|net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)/.test(
        message.text(),
      )
    )
      return
    troubles.push(`${page.url()}: ${message.text()} (${message.location().url})`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    const isKnown = url.origin === site.url || url.origin === site.beside
    if (url.protocol.startsWith('http') && !isKnown) troubles.push(`asked ${url.href}`)
  })
}
