import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { data, type ServerBuild } from '@remix-run/node'
import { createElement } from 'react'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import * as entry from '#app/entry.server.tsx'
import * as root from '#app/root.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { requiredLine } from '#app/shared/forms/fields.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { createPageCache } from './page-cache.server.ts'
import { securityHeaders } from './security-headers.ts'
import { createWebServer } from './web-server.server.ts'

process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'

let renders = 0
let title = 'first'
let seen: Request | undefined

const page = (text: string) => createElement('main', null, text)
const nameForm = z.object({ name: requiredLine(20) })

const modules: Record<string, [path: string, module: object]> = {
  event: [
    'vi/events/table',
    {
      loader: ({ request }: { request: Request }) => {
        renders++
        seen = request
        return data({ title }, { headers: { 'Page-Tags': 'event:1' } })
      },
      default: () => page(`event ${title}`),
    },
  ],
  form: [
    'vi/events/table/register',
    {
      handle: { hydrate: true },
      action: async ({ request }: { request: Request }) => {
        seen = request
        const form = await readForm(request, nameForm)
        return form.ok ? { name: form.data.name } : refuse(form)
      },
      default: () => page('form'),
    },
  ],
  personal: [
    'registrations/:token',
    {
      loader: () => {
        throw new Refusal('event-missing', 'missing')
      },
      default: () => page('never'),
    },
  ],
  button: [
    'organize/button',
    { action: () => Promise.reject(new Refusal('too-many', 'too-many', { retryAfter: 7 })) },
  ],
  whoami: ['whoami', { loader: () => Response.json(requestStore()) }],
  bug: [
    'bug',
    { loader: () => Promise.reject(new Error('secret of an@example.org')), default: () => page('never') },
  ],
  away: [
    'away',
    { loader: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) },
  ],
}

const routes = Object.fromEntries(
  Object.entries(modules).map(([id, [path, module]]) => [id, { id, path, parentId: 'root', module }]),
)
function manifestRoute(id: string, path = '', module: object = {}) {
  const parent = id === 'root' ? {} : { parentId: 'root' }
  return {
    id,
    path,
    ...parent,
    hasLoader: 'loader' in module,
    hasAction: 'action' in module,
    module: `/assets/${id}.js`,
  }
}
const build = {
  entry: { module: entry },
  routes: { root: { id: 'root', path: '', module: root }, ...routes },
  assets: {
    entry: { module: '/assets/entry.js', imports: [] },
    routes: Object.fromEntries([
      ['root', manifestRoute('root')],
      ...Object.entries(modules).map(([id, [path, module]]) => [id, manifestRoute(id, path, module)]),
    ]),
    url: '/assets/manifest.js',
    version: '1',
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: {
    v3_singleFetch: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
  },
  isSpaMode: false,
} as unknown as ServerBuild

const pages = createPageCache({ maxBytes: 1_000_000, headersOf: securityHeaders })
let base = ''
let port = 0
const server = await createWebServer({ build, root: '/nowhere', pages })

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  base = `http://127.0.0.1:${port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  pages.setHearing(true)
  renders = 0
})

const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' }
const register = (init: RequestInit = {}) =>
  fetch(`${base}/vi/events/table/register`, {
    method: 'POST',
    body: 'name=An',
    ...init,
    headers: { ...urlencoded, ...init.headers },
  })

/** A request as bytes: clients refuse to send some of what attackers do. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (part) => {
      answer += part
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}
const statusOf = async (line: string, headers = '') =>
  Number((await raw(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`)).split(' ')[1])

describe('kept pages', () => {
  test('are rendered once for all who wait, then come ready, with the same bytes for cookies', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => fetch(`${base}/vi/events/table`)))
    expect(renders).toBe(1)
    const again = await fetch(`${base}/vi/events/table`, {
      headers: { Cookie: 'sign-in=x; lang=en', 'Accept-Language': 'en' },
    })
    expect(renders).toBe(1)
    expect(await again.text()).toBe(await all[0]?.text())
    expect(again.headers.get('Page-Tags')).toBeNull()
    expect(again.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    expect(again.headers.get('Vary')).toBe('Accept-Encoding')
    expect(again.headers.get('Content-Security-Policy')).toContain("script-src 'self';")
    expect(seen?.headers.get('Cookie')).toBeNull()
  })

  test('answer 304, HEAD, and each coding with its own length', async () => {
    const whole = await fetch(`${base}/vi/events/table`, { headers: { 'Accept-Encoding': 'identity' } })
    const body = await whole.text()
    expect(Number(whole.headers.get('Content-Length'))).toBe(Buffer.byteLength(body))
    const etag = whole.headers.get('ETag') ?? ''
    for (const known of [etag, etag.slice(2), `"x", ${etag}`, '*']) {
      const answer = await fetch(`${base}/vi/events/table`, { headers: { 'If-None-Match': known } })
      expect([known, answer.status, await answer.text()]).toEqual([known, 304, ''])
    }
    const head = await raw(
      'HEAD /vi/events/table HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n',
    )
    expect(head).toMatch(/^HTTP\/1.1 200/)
    expect(head).toMatch(/Content-Encoding: br/)
    expect(head.endsWith('\r\n\r\n')).toBe(true)
    const zipped = await fetch(`${base}/vi/events/table`, { headers: { 'Accept-Encoding': 'gzip, br;q=0' } })
    expect(zipped.headers.get('Content-Encoding')).toBe('gzip')
    expect(await zipped.text()).toBe(body)
  })

  test('follow a change at once', async () => {
    await fetch(`${base}/vi/events/table`)
    title = 'second'
    pages.forget(['event:1'])
    expect(await (await fetch(`${base}/vi/events/table`)).text()).toContain('event second')
  })

  test('only plain spellings of an address make an entry', async () => {
    pages.setHearing(true)
    await fetch(`${base}/vi/events/table`)
    for (const query of ['?x=1', '?lang=xx', '?lang=vi&lang=en', '/', '?utm_source=a']) {
      expect((await fetch(`${base}/vi/events/table${query}`)).status).toBe(200)
    }
    expect(pages.size()).toBe(1)
  })
})

describe('what stands before Remix', () => {
  test.each([
    ['our own page by the host it came to', () => ({ Origin: base }), 200],
    ['our own page by APP_URL', () => ({ Origin: 'http://localhost:3000' }), 200],
    ['no browser', () => ({}), 200],
    ['another site', () => ({ Origin: 'https://evil.example' }), 403],
    [
      'another site that says it is us by a forwarded host',
      () => ({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }),
      403,
    ],
    ['a hidden origin', () => ({ Origin: 'null' }), 403],
    [
      'a hidden origin that the browser vouches for',
      () => ({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }),
      200,
    ],
    ['a cross-site post', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['a same-site post', () => ({ 'Sec-Fetch-Site': 'same-site', Origin: base }), 403],
  ])('a form from %s', async (_, headers, status) => {
    expect((await register({ headers: headers() as Record<string, string> })).status).toBe(status)
  })

  test('bodies beyond the limit, announced or not', async () => {
    const large = 'name='.padEnd(1024 * 1024 + 1, 'a')
    expect((await register({ body: large })).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 20; i++) controller.enqueue(Buffer.alloc(100_000, 'a'))
        controller.close()
      },
    })
    const streamed = await register({ body: stream, duplex: 'half' } as RequestInit)
    expect(streamed.status).toBe(413)
    expect(await streamed.text()).toContain('1 MB')
  })

  test.each([
    ['half a percent code', 'name=%4', urlencoded, 400],
    ['NUL', 'name=a%00b', urlencoded, 400],
    ['half a surrogate pair', 'name=%ED%A0%80', urlencoded, 400],
    ['bytes that are no UTF-8', 'name=%FF', urlencoded, 400],
    ['raw bytes', 'name=Đ', urlencoded, 400],
    ['too many fields', 'a&'.repeat(2000), urlencoded, 400],
    ['multipart without its parts', 'nonsense', { 'Content-Type': 'multipart/form-data; boundary=x' }, 400],
    ['multipart without a boundary', 'nonsense', { 'Content-Type': 'multipart/form-data' }, 400],
    ['JSON', '{}', { 'Content-Type': 'application/json' }, 415],
    [
      'another charset',
      'name=a',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-16' },
      415,
    ],
    ['an empty name', 'name=', urlencoded, 400],
    ['a good form', 'name=%C4%90%E1%BA%B7ng', urlencoded, 200],
  ])('a body with %s', async (_, body, headers, status) => {
    expect((await register({ body, headers })).status).toBe(status)
  })

  test.each([
    ['/vi/%00', 400],
    ['/vi/%ED%A0%80', 400],
    ['/vi/%zz', 400],
    ['/vi?q=%', 400],
    ['//evil.example/vi', 400],
    ['http://evil.example/vi', 400],
    ['/vi/events/table?_data=event', 400],

    ['/nothing/here', 404],
  ])('GET %s', async (path, status) => {
    expect(await statusOf(`GET ${path}`)).toBe(status)
  })

  test('an address that is too long', async () => {
    expect(await statusOf(`GET /vi/${'a'.repeat(9000)}`)).toBe(414)
  })

  test('methods we do not know, and those a route does not know', async () => {
    expect(await statusOf('PUT /vi/events/table', 'Content-Length: 0\r\n')).toBe(405)
    expect(await statusOf('TRACE /vi/events/table')).toBe(405)
    expect((await fetch(`${base}/vi/events/table`, { method: 'POST' })).status).toBe(405)
    const wrong = await fetch(`${base}/organize/button`)
    expect([wrong.status, wrong.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  test('forwarded headers say nothing', async () => {
    const headers = {
      'X-Forwarded-For': '9.9.9.9',
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'for=9.9.9.9',
    }
    const store = await (await fetch(`${base}/whoami`, { headers })).json()
    expect(store).toMatchObject({ source: '127.0.0.1', isOnThisMachine: false })
    await register({ headers })
    expect(seen?.url).toBe('http://localhost:3000/vi/events/table/register')
    expect([...(seen?.headers.keys() ?? [])].filter((name) => name.includes('forwarded'))).toEqual([])
  })

  test('the language of a personal address', async () => {
    const locale = async (headers: Record<string, string>) =>
      (await (await fetch(`${base}/whoami`, { headers })).json()).locale
    expect(await locale({ 'Accept-Language': 'fr, en;q=0.4, vi;q=0.2' })).toBe('en')
    expect(await locale({ 'Accept-Language': 'en', Cookie: 'lang=vi' })).toBe('vi')
    expect(await locale({ 'Accept-Language': 'de' })).toBe('vi')
  })
})

describe('refusals', () => {
  test('a page says it in the reader’s language', async () => {
    const answer = await fetch(`${base}/registrations/abc`, {
      headers: { 'Accept-Language': 'en', Accept: 'text/html' },
    })
    const html = await answer.text()
    expect(answer.status).toBe(404)
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('This event was not found.')
    expect(answer.headers.get('X-Robots-Tag')).toContain('noindex')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('an address that is no page says it in a sentence', async () => {
    const init = { method: 'POST', headers: { 'Accept-Language': 'en' } }
    const answer = await fetch(`${base}/organize/button`, init)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7'])
    expect(await answer.text()).toMatch(/^Too many attempts/)
    const shown = await fetch(`${base}/organize/button`, { ...init, headers: { Accept: 'text/html' } })
    expect(await shown.text()).toContain('<h1>')
  })

  test('a database that is away is an outage, a bug is a bug, and neither tells', async () => {
    const away = await fetch(`${base}/away`)
    expect([away.status, away.headers.get('Retry-After')]).toEqual([503, '10'])
    const bug = await fetch(`${base}/bug`)
    const html = await bug.text()
    expect(bug.status).toBe(500)
    expect(html).not.toMatch(/secret|an@example|at .*\.ts/)
    const asked = await fetch(`${base}/bug.data`)
    expect(await asked.text()).not.toMatch(/secret|an@example/)
  })

  test('hydrating pages name their scripts by a nonce of their own', async () => {
    const one = await fetch(`${base}/vi/events/table/register`)
    const nonce = /'nonce-([\w-]+)'/.exec(one.headers.get('Content-Security-Policy') ?? '')?.[1]
    expect(await one.text()).toContain(`nonce="${nonce}"`)
    const two = await fetch(`${base}/vi/events/table/register`)
    expect(two.headers.get('Content-Security-Policy')).not.toContain(`${nonce}`)
  })
})
