import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { data, type ServerBuild } from '@remix-run/node'
import { createElement } from 'react'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import * as z from 'zod/mini'
import * as entry from '#app/entry.server.tsx'
import * as notFound from '#app/features/operation/not-found.tsx'
import * as root from '#app/root.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { requiredLine } from '#app/shared/forms/fields.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { requestStore } from '#app/shared/http/request-store.server.ts'
import { securityHeaders } from './edge/security-headers.ts'
import { createPageCache } from './pages/page-cache.server.ts'
import { createWebServer } from './web-server.server.ts'

process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/none'

/** What the small site shows, and what it was asked. */
export const site: { renders: number; title: string; seen?: Request } = { renders: 0, title: 'first' }

const page = (text: string) => createElement('main', null, text)
const nameForm = z.object({ name: requiredLine(20) })

type Coded = { params: { code?: string } }
/** As the database's driver says it, in the wrapping of the query builder. */
const outage = ({ code }: Coded['params']) =>
  Promise.reject(new Error('Failed query', { cause: Object.assign(new Error('out'), { code }) }))

const modules: Record<string, [path: string, module: object]> = {
  event: [
    'vi/events/table',
    {
      loader: ({ request }: { request: Request }) => {
        site.renders++
        site.seen = request
        return data({ title: site.title }, { headers: { 'Page-Tags': 'event:1' } })
      },
      default: () => page(`event ${site.title}`),
    },
  ],
  form: [
    'vi/events/table/register',
    {
      handle: { hydrate: true },
      action: async ({ request }: { request: Request }) => {
        site.seen = request
        const form = await readForm(request, nameForm)
        return form.ok ? { name: form.data.name } : refuse(form)
      },
      default: () => page('form'),
    },
  ],
  alive: [
    'vi/events/table/alive',
    {
      handle: { hydrate: true },
      loader: () => data({ title: site.title }, { headers: { 'Page-Tags': 'event:2' } }),
      default: () => page('alive'),
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
  elsewhere: ['*', notFound],
  whoami: ['whoami', { loader: () => Response.json(requestStore()) }],
  bug: [
    'bug',
    { loader: () => Promise.reject(new Error('secret of an@example.org')), default: () => page('never') },
  ],
  outage: [
    'outage/:code',
    {
      loader: ({ params }: Coded) => outage(params),
      action: ({ params }: Coded) => outage(params),
      default: () => page('never'),
    },
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
  } as ServerBuild['future'],
  isSpaMode: false,
  mode: 'test',
} as ServerBuild

export const pages = createPageCache({ maxBytes: 1_000_000, headersOf: securityHeaders })
export let base = ''
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
  site.renders = 0
})

export const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' }
/** Posts the form of the small site. */
export const register = (init: RequestInit = {}) =>
  fetch(`${base}/vi/events/table/register`, {
    method: 'POST',
    body: 'name=An',
    ...init,
    headers: { ...urlencoded, ...init.headers },
  })

/** A request as bytes: clients refuse to send some of what attackers do. */
export function raw(text: string): Promise<string> {
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
export const statusOf = async (line: string, headers = '') =>
  Number((await raw(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`)).split(' ')[1])
