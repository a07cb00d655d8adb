import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { runningApp } from '#tests/running-app.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const event = 'harvard-roundtable-2025'
const embed = `${app.url}/embed/events/${event}`

/** Somebody else's site: a page with the frame, one with the one script tag. */
const bodies: Record<string, string> = {
  '/frame': `<iframe src="${embed}?lang=vi" title="Agenda" width="100%" height="640"></iframe>`,
  '/script': `<p>Before</p><script src="${embed}/script.js?lang=en" async></script><p>After</p>`,
}
const other = createServer(({ url = '/' }, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(
    `<!doctype html><html lang="en"><title>Film</title><link rel="icon" href="data:,">${bodies[url] ?? ''}`,
  )
})
other.listen(0, '127.0.0.1')
await once(other, 'listening')
const site = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
afterAll(() => other.close())
const { comes } = people({ url: app.url, beside: site })

async function agendaIn(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe')
  const frame = await element.contentFrame()
  if (!frame) throw new Error('The frame shows nothing')
  await frame.waitForSelector('h2.day')
  return frame
}

const colours = (frame: Frame) =>
  frame.evaluate(() => {
    const { color } = getComputedStyle(document.body)
    const grounds = [document.documentElement, document.body].map(
      (one) => getComputedStyle(one).backgroundColor,
    )
    return { color, ground: grounds.find((one) => one !== 'rgba(0, 0, 0, 0)') }
  })

describe('a page of another site', () => {
  it('shows the agenda in a frame, whose links lead out of it, by day and by night', async () => {
    const { page } = await comes({ width: 360 })
    await page.goto(`${site}/frame`)
    const frame = await agendaIn(page)
    expect(await frame.locator('main h3').count()).toBeGreaterThan(0)
    const opened = page.context().waitForEvent('page')
    await frame.locator('main h3 a').first().click()
    expect(new URL((await opened).url()).pathname).toContain(`/vi/events/${event}/sessions/`)
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    const day = await colours(frame)
    await page.emulateMedia({ colorScheme: 'dark' })
    const night = await colours(frame)
    expect(night.color).not.toBe(day.color)
    expect(night.ground).not.toBe(day.ground)
  })

  it('needs one script tag, which makes a frame as high as the programme where it stands', async () => {
    const { page } = await comes()
    await page.goto(`${site}/script`)
    const frame = await agendaIn(page)
    expect(await frame.locator('html').getAttribute('lang')).toBe('en')
    await page.waitForFunction(() => document.querySelector('iframe')?.height !== '640')
    const around = await page.evaluate(() => [...document.body.children].map((one) => one.tagName).join(' '))
    expect(around).toBe('P SCRIPT IFRAME P')
    const [height, inside] = [
      await page.locator('iframe').getAttribute('height'),
      await frame.evaluate(() => document.documentElement.scrollHeight),
    ]
    expect(Number(height)).toBe(inside)
  })

  it('may frame nothing else of ours', async () => {
    const policy = async (path: string) => {
      const { headers } = await fetch(`${app.url}${path}`)
      return [
        /frame-ancestors ([^;]+)/.exec(headers.get('Content-Security-Policy') ?? '')?.[1],
        headers.get('X-Frame-Options'),
      ]
    }
    expect(await policy(`/embed/events/${event}?lang=vi`)).toEqual(['*', null])
    for (const path of [`/vi/events/${event}/agenda`, `/vi/events/${event}`, '/sign-in', '/embed-height.js'])
      expect(await policy(path), path).toEqual([`'none'`, 'DENY'])
  })

  it('finds out how to embed an event and its agenda by itself', async () => {
    for (const path of [`/vi/events/${event}`, `/en/events/${event}/agenda`]) {
      const html = await (await fetch(`${app.url}${path}`)).text()
      const [link = ''] = /<link[^>]*application\/json\+oembed[^>]*>/.exec(html) ?? []
      const address = /href="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const answer = await (await fetch(address)).json()
      expect(answer).toMatchObject({ version: '1.0', type: 'rich' })
      expect(answer.html).toContain(`src="${embed}?lang=${path.slice(1, 3)}"`)
    }
  })
})
