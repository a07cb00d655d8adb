import { beforeAll, describe, expect, it } from 'vitest'
import { bodyRule } from '#app/server/web/edge/body-rules.ts'
import { addressIn } from './access/addresses.ts'
import { routeMap as routes } from './access/route-map.ts'
import { rules } from './access/rules.ts'
import { everything, type World, world } from './access/worlds.ts'
import { send } from './requests.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const form = 'application/x-www-form-urlencoded'
const multipart = 'multipart/form-data; boundary=x'
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

let own: World
let cookie = ''
let before: Record<string, string>
beforeAll(async () => {
  own = await world()
  cookie = await own.cookieOf('admin')
  before = await everything()
})

const bodies: [string, string, string | Buffer, number][] = [
  ['a NUL', form, 'name=a%00b', 400],
  ['a NUL in a field name', form, 'na%00me=a', 400],
  ['a lone surrogate', form, 'name=%ED%A0%80', 400],
  ['bytes that are no UTF-8', form, 'name=%ff%fe', 400],
  ['bytes that are not encoded', form, Buffer.from('name=\xff', 'latin1'), 400],
  ['a malformed percent', form, 'name=%zz', 400],
  ['half a percent', form, 'name=%', 400],
  ['too many fields', form, 'a=1&'.repeat(2000), 400],
  ['more than a megabyte', form, `name=${'a'.repeat(1024 * 1024)}`, 413],
  ['a part that never ends', multipart, part('name', 'a'), 400],
  ['a NUL in a part', multipart, `${part('name', 'a\0b')}--x--\r\n`, 400],
  ['a boundary that does not come', multipart, 'name=a', 400],
  ['no boundary at all', 'multipart/form-data', 'name=a', 400],
  ['JSON', 'application/json', '{"name":"a"}', 415],
  ['text', 'text/plain', 'name=a', 415],
  ['another charset', `${form}; charset=utf-16`, 'name=a', 415],
]

/** Whether an address is for forms of this size; what takes raw bytes or larger files has tests of its own. */
function takes(path: string, body: string | Buffer): boolean {
  const { holds, limit } = bodyRule(addressIn(path, own.params))
  return holds === 'form' && (body.length <= 1024 * 1024 || limit === 1024 * 1024)
}

describe.each(bodies)('a body with %s', (_, type, body, status) => {
  it(`is answered with ${status} on every route that takes posts`, async () => {
    const takesPosts = routes.filter(({ path = '' }) => rules[path]?.post !== undefined && takes(path, body))
    const answers = await Promise.all(
      takesPosts.flatMap(({ path = '' }) =>
        ['', '.data'].map(async (suffix) => {
          const url = addressIn(path, own.params) + suffix
          const answer = await send(app, url, { cookie, body, headers: { 'Content-Type': type } })
          return [url, answer.status]
        }),
      ),
    )
    expect(answers).toEqual(answers.map(([url]) => [url, status]))
  })
})

describe('a name that reaches into the making of objects', () => {
  it.each(['__proto__', '__proto__.x', 'constructor.prototype.x', 'a.b.c.d.e.f', '.', 'a..b'])(
    '%s',
    async (name) => {
      for (const path of [
        '/vi/events/friends-roundtable/register',
        `/organize/events/${own.params.event}/settings`,
      ]) {
        const answer = await send(app, path, { cookie, form: { [name]: 'x' } })
        expect([path, answer.status]).toEqual([path, 400])
      }
    },
  )
})

describe('an address with', () => {
  const pieces = [
    ['a NUL', '%00'],
    ['a lone surrogate', '%ED%A0%80'],
    ['half a letter', '%E0%A4%A'],
    ['half a percent', '%'],
    ['a way up', '%2e%2e%2f'],
    ['a quotation mark', "'%20or%201=1--"],
    ['five thousand letters', 'a'.repeat(5000)],
    ['an emoji', '%F0%9F%8E%AC'],
  ] as const

  it.each(pieces)('%s names nothing on any route', async (_, piece) => {
    const named = routes.filter(({ path = '' }) => /[:*]/.test(path) && rules[path]?.get !== 302)
    const answers = await Promise.all(
      named.map(async ({ path = '' }, at) => {
        // By turns: one route is read as a document and posted to as data, the next the other way round.
        const url = `/${path.replace(/:\w+|\*/g, () => piece)}`
        const [read, posted] = at % 2 ? [`${url}.data`, url] : [url, `${url}.data`]
        const get = await send(app, read, { cookie })
        const post = await send(app, posted, { cookie, form: {} })
        return [path, get.status, post.status] as const
      }),
    )
    const isRefused = (status: number) => status >= 400 && status < 500
    expect(answers.filter(([, get, post]) => !isRefused(get) || !isRefused(post))).toEqual([])
  })

  it.each(['?lang=%00', '?q=%ED%A0%80', '?cursor=%', '?%00=1'])('the query %s is refused', async (query) => {
    for (const path of ['/vi', '/sign-in', `/organize/events/${own.params.event}/registrations`]) {
      expect([path, (await send(app, path + query, { cookie })).status]).toEqual([path, 400])
    }
  })

  it.each([
    ['cursor', "'"],
    ['cursor', 'eyJ4Ijp7fX0'],
    ['after', 'eyJ4Ijp7fX0'],
    ['before', '1e99'],
    ['state', 'none'],
    ['category', 'none'],
    ['q', 'Đ'.repeat(900)],
    ['q', '%_\\'],
  ])('an odd %s in the query breaks no list: %s', async (name, value) => {
    for (const list of ['registrations', 'registrations.csv', 'outbox', 'activity']) {
      const query = new URLSearchParams({ [name]: value })
      const { status } = await send(app, `/organize/events/${own.params.event}/${list}?${query}`, { cookie })
      expect([list, status < 500]).toEqual([list, true])
    }
  })
})

it('has changed nothing, but downloads are written down', async () => {
  const { activity: _, ...after } = await everything()
  expect(before).toMatchObject(after)
})
