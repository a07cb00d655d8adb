import { beforeAll, expect, it } from 'vitest'
import { addressIn } from './access/addresses.ts'
import { routeMap as routes } from './access/route-map.ts'
import { type World, world } from './access/worlds.ts'
import { type Answer, send } from './requests.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
let own: World
let cookie = ''
beforeAll(async () => {
  own = await world()
  cookie = await own.cookieOf('admin')
})

/** What differs from answer to answer, and what only a body has. */
const passing =
  /^(?:date|x-request-id|content-length|transfer-encoding|content-encoding|connection|keep-alive|retry-after)$/

function headOf({ status, headers }: Answer) {
  const kept = Object.entries(headers).filter(([name]) => !passing.test(name))
  const plain = kept.map(([name, value]) => [name, String(value).replace(/'nonce-[^']*'/, 'nonce')])
  return { status, headers: Object.fromEntries(plain.sort()) }
}

// Each as whoever meets it: a link that is passed on, and what a page asks for by itself.
const whose: [string, () => string, string[]][] = [
  ['a visitor', () => '', ['', '?x=1']],
  ['an admin', () => cookie, ['', '.data']],
]

it.each(whose)(
  'HEAD agrees with GET on every route for %s',
  async (_, given, suffixes) => {
    const differing: unknown[] = []
    const waiting = [...routes]
    const walk = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await compare(next.path ?? '')
    }
    const compare = async (path: string) => {
      for (const suffix of suffixes) {
        const address = addressIn(path, own.params)
        const url = address === '/' && suffix === '.data' ? '/_root.data' : address + suffix
        const headers = { 'Accept-Encoding': 'identity' }
        const get = await send(app, url, { cookie: given(), headers })
        const head = await send(app, url, { cookie: given(), headers, method: 'HEAD' })
        if (head.text !== '') differing.push([url, 'a body'])
        const [one, other] = [headOf(get), headOf(head)]
        if (JSON.stringify(one) !== JSON.stringify(other)) differing.push([url, one, other])
      }
    }
    await Promise.all([walk(), walk(), walk(), walk()])
    expect(differing).toEqual([])
  },
  300_000,
)

it('HEAD of a live room’s stream ends', async () => {
  const address = addressIn('organize/events/:event/agenda/live', own.params)
  const head = await send(app, address, { method: 'HEAD', cookie, headers: { Accept: 'text/event-stream' } })
  expect([head.status, head.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
})

it.each(['/events.ics', '/events.atom', '/events/harvard-roundtable-2025/agenda.ics', '/sitemap.xml'])(
  'HEAD of %s has an ETag that a reader can ask by',
  async (path) => {
    const head = await send(app, path, { method: 'HEAD' })
    const etag = String(head.headers.etag)
    expect(etag).toMatch(/^W\/"/)
    const again = await send(app, path, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  },
)
