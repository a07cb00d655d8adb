import { beforeAll, describe, expect, it } from 'vitest'
import { askHost } from '#app/features/organizations/domain/ask-host.server.ts'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import routes from '#app/routes.ts'
import { type Right, roleMay } from '#app/shared/permissions/rights.ts'
import { type MemberRole, memberRoles } from '#app/shared/vocabulary.ts'
import { rules, type Who } from './access/rules.ts'
import { addressIn, everything, type World, world } from './access/worlds.ts'
import { signedIn } from './factories/contexts.ts'
import { event } from './factories/events.ts'
import { memberOf, organization } from './factories/organizations.ts'
import { signInCookieOf } from './factories/requests.ts'
import { type Answer, send } from './requests.ts'
import { runningApp } from './running-app.ts'

const app = await runningApp({ env: { WORKER: 'off' } })

type Role = 'visitor' | 'stranger' | MemberRole
const roles: Role[] = ['visitor', 'stranger', ...memberRoles]
const map = routes.map(({ path = '', id, file }) => ({ path, id: id ?? file.replace(/\.tsx?$/, '') }))
const ruleOf = (path: string) => rules[path] ?? {}

/** In one world all look and are refused; the stranger is an admin of the other one. */
let mine: World
let theirs: World
beforeAll(async () => {
  ;[mine, theirs] = [await world(), await world()]
})

it('has a rule for every route, and no rule for others', () => {
  expect(Object.keys(rules).sort()).toEqual(map.map(({ path }) => path).sort())
})

describe.each(roles)('%s', (role) => {
  it('looks at what the role may look at, in every form of request', async () => {
    const cookie = await cookieOf(role, mine, theirs)
    const faults = await inTurns(map, async ({ path, id }) => {
      const address = addressIn(path, mine.params)
      const who = ruleOf(path).get
      const data = address === '/' ? '/_root.data' : `${address}.data`
      const asked: [string, boolean][] = [
        [address, false],
        [data, true],
        [`${data}?_routes=${encodeURIComponent(id)}`, true],
        [`${data}?_routes=root`, true],
      ]
      const answers = await Promise.all(asked.map(([url]) => send(app, url, { cookie })))
      return answers.flatMap((answer, at) => {
        const [url, isData] = asked[at] as [string, boolean]
        const own = url.endsWith('_routes=root') ? rootAnswers : expected(role, who, 'GET', isData)
        return [...faultsOf(url, answer, own), ...leaks(role, path, url, answer), ...lost(role, path, answer)]
      })
    })
    expect(faults).toEqual([])
  })

  it('cannot do what the role may not do, and nothing changes', async () => {
    const cookie = await cookieOf(role, mine, theirs)
    const before = await everything()
    const denied = map.filter(({ path }) => !may(role, ruleOf(path).post))
    const faults = await inTurns(forms(denied), ({ path, suffix }) =>
      post(role, path, addressIn(path, mine.params), suffix, cookie),
    )
    expect(faults).toEqual([])
    expect(await everything()).toEqual(before)
  })

  it('does what the role may do', async () => {
    const allowed = map.filter(({ path }) => may(role, ruleOf(path).post))
    const faults = await inTurns(forms(allowed), async ({ path, suffix }) => {
      const own = await world()
      const cookie = await cookieOf(role, own, theirs)
      return post(role, path, addressIn(path, own.params), suffix, cookie)
    })
    expect(faults).toEqual([])
  })
})

it('tells members of what is theirs', async () => {
  const { text } = await send(app, addressIn('organize/events/:event', mine.params), {
    cookie: await mine.cookieOf('door'),
  })
  expect(text).toContain(mine.mark)
})

it('refuses loaders by ?_data= and every post from another site', async () => {
  const cookie = await mine.cookieOf('admin')
  const before = await everything()
  const abroad = [
    { Origin: 'https://elsewhere.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
  ]
  const faults = await inTurns(map, async ({ path, id }) => {
    const address = addressIn(path, mine.params)
    const byData = await send(app, `${address}?_data=${encodeURIComponent(id)}`, { cookie })
    const posts = [address, `${address}.data`].flatMap((url) =>
      abroad.map(async (headers) =>
        faultsOf(url, await send(app, url, { cookie, headers, form: {} }), [403]),
      ),
    )
    return [...faultsOf(`${address}?_data`, byData, [400]), ...(await Promise.all(posts)).flat()]
  })
  expect(faults).toEqual([])
  expect(await everything()).toEqual(before)
})

it("does not take another event's things for its own", async () => {
  const cookie = await mine.cookieOf('admin')
  const before = await everything()
  const below = map.filter(({ path }) =>
    /:event\/.*:(category|registration|mail|request)|:organization\/.*:(account|hosting)/.test(path),
  )
  const faults = await inTurns(below, async ({ path }) => {
    const { event, organization } = mine.params
    const address = addressIn(path, { ...theirs.params, event, organization })
    const { get, post: act } = ruleOf(path)
    return [
      ...(get ? faultsOf(address, await send(app, address, { cookie }), [404]) : []),
      ...(act ? faultsOf(address, await send(app, address, { cookie, form: { role: 'admin' } }), [404]) : []),
    ]
  })
  expect(below.length).toBeGreaterThan(8)
  expect(faults).toEqual([])
  expect(await everything()).toEqual(before)
})

/** Addresses below another event, with every part that belongs to the world. */
const within = (event: string) =>
  map
    .filter(({ path }) => path.startsWith('organize/events/:event'))
    .map(({ path, id }) => ({ path, id, address: addressIn(path, { ...mine.params, event }) }))

/** What the admin of another body reads and does at every organizer's address, at the world's event and at `event`. */
async function trespass(cookie: string, event: string) {
  const before = await withoutActivity()
  const below = map.filter(({ path }) => path.startsWith('organize/events/:event'))
  const own = below.map(({ path }) => ({
    path,
    address: addressIn(path, mine.params),
    refused: [404],
  }))
  // The right event with the neighbour's ids: what has no id is their own page, and must hold nothing of ours.
  const mixed = within(event).map(({ path, address }) => ({
    path,
    address,
    // A form is read before what it is about is looked for, and to withdraw a body is its own admin's right.
    refused: /:event\/.*:/.test(path) ? [400, 403, 404, 409] : null,
  }))
  const faults = await inTurns([...own, ...mixed], async ({ path, address, refused }) => {
    const { get, post: act } = ruleOf(path)
    const asked = get === undefined ? [] : [await send(app, address, { cookie })]
    if (act !== undefined && refused) asked.push(await send(app, address, { cookie, form: {} }))
    return asked.flatMap((answer) => [
      ...(refused ? faultsOf(address, answer, refused) : []),
      ...(answer.text.includes(mine.mark) ? [`${address} tells of ${mine.mark}`] : []),
    ])
  })
  expect(own.length).toBeGreaterThan(80)
  expect(faults).toEqual([])
  expect(await withoutActivity()).toEqual(before)
}

/** An export of one's own event is on record: that is no harm to ours. */
async function withoutActivity() {
  return { ...(await everything()), activity: '' }
}

it('gives a stranger who names us as a host nothing', async () => {
  const stranger = await memberOf(await organization())
  const ctx = signedIn(stranger)
  const body = (await listOwnOrganizations(ctx, ['admin']))[0]
  const theirOwn = await event({ publishedAt: null, hosts: body ? [body] : [] })
  await askHost(ctx, { eventId: theirOwn.id, organizationId: mine.body.id })
  await trespass(await signInCookieOf(stranger), theirOwn.slug)
})

it('gives a co-host of another event nothing of this one', async () => {
  const beside = await organization()
  const partner = await memberOf(beside)
  const shared = await event({ publishedAt: null, hosts: [mine.body, beside] })
  await trespass(await signInCookieOf(partner), shared.slug)
})

/** Each twice: as the browser posts a document's form, and as the script does. */
const forms = <T>(items: T[]) => items.flatMap((item) => ['', '.data'].map((suffix) => ({ ...item, suffix })))

async function post(role: Role, path: string, address: string, suffix: string, cookie: string) {
  const answer = await send(app, address + suffix, { cookie, form: {} })
  const wanted = expected(role, ruleOf(path).post, 'POST', suffix !== '')
  return [...faultsOf(`POST ${address}${suffix}`, answer, wanted), ...leaks(role, path, address, answer)]
}

const rootAnswers = [200, 202, 404]

/** The answers that a rule allows. Redirects in data are 202, with where to go inside. */
function expected(role: Role, who: Who | undefined, method: 'GET' | 'POST', isData: boolean): number[] {
  const asData = (status: number) => (isData && (status === 302 || status === 303) ? 202 : status)
  if (who === undefined) return [405]
  if (typeof who === 'number') return [asData(who)]
  if (may(role, who)) return method === 'GET' ? [200] : isData ? [200, 202, 400, 409] : [200, 303, 400, 409]
  if (who === 'signed-out') return isData && method === 'POST' ? [400] : [asData(302)]
  if (role === 'visitor') return [asData(302)]
  return [role === 'stranger' ? 404 : 403]
}

function may(role: Role, who: Who | undefined): boolean {
  if (who === undefined || typeof who === 'number') return false
  if (who === 'anyone') return true
  if (role === 'visitor' || who === 'signed-out') return role === 'visitor' && who === 'signed-out'
  if (who === 'signed-in') return true
  const [scope, right] = who.includes(' ') ? who.split(' ') : ['', who]
  if (role === 'stranger') return scope === 'anywhere'
  return roleMay(role, right as Right)
}

const faultsOf = (url: string, { status }: Answer, wanted: number[]) =>
  wanted.includes(status) ? [] : [`${url}: ${status}, not ${wanted.join(' or ')}`]

/** Whoever must sign in first is led there, and back afterwards. */
function lost(role: Role, path: string, { status, headers }: Answer): string[] {
  if (role !== 'visitor' || status !== 302 || !path.startsWith('organize')) return []
  return headers.location?.startsWith('/sign-in?to=%2Forganize')
    ? []
    : [`${path} leads to ${headers.location}`]
}

/** Words of a world that the role has no part in; whoever has a personal link may read about that person. */
function leaks(role: Role, path: string, url: string, { text }: Answer): string[] {
  const foreign = role === 'visitor' ? [mine, theirs] : [role === 'stranger' ? mine : theirs]
  if (/^(registrations|speaking)\/:token/.test(path)) return []
  return foreign.filter(({ mark }) => text.includes(mark)).map(({ mark }) => `${url} tells of ${mark}`)
}

async function cookieOf(role: Role, own: World, other: World): Promise<string> {
  if (role === 'visitor') return ''
  return role === 'stranger' ? other.cookieOf('admin') : own.cookieOf(role)
}

/** A few at a time; all faults together. */
async function inTurns<T>(items: T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const waiting = [...items]
  const found: string[] = []
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      found.push(...(await work(item)))
  }
  await Promise.all([take(), take(), take(), take()])
  return found
}
