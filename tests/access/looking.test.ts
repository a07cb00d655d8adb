import { describe, expect, it } from 'vitest'
import { type Answer, send } from '../requests.ts'
import { addressIn } from './addresses.ts'
import { rules } from './rules.ts'
import {
  cookieOf,
  expected,
  faultsOf,
  fewAtOnce,
  leaks,
  map,
  type Role,
  roles,
  rootAnswers,
  ruleOf,
  twoWorlds,
} from './walk.ts'
import { everything } from './worlds.ts'

const worlds = await twoWorlds()
const { app } = worlds
// Every address in turn: more than a minute where others work on the machine too.
const long = 300_000

it('has a rule for every route, and no rule for others', () => {
  expect(Object.keys(rules).sort()).toEqual(map.map(({ path }) => path).sort())
})

describe.each(roles)('%s', (role) => {
  it(
    'looks at what the role may look at, in every form of request',
    async () => {
      const cookie = await cookieOf(role, worlds.mine, worlds.theirs)
      const faults = await fewAtOnce([...map.entries()], async ([at, { path, id }]) => {
        const address = addressIn(path, worlds.mine.params)
        const who = ruleOf(path).get
        const data = address === '/' ? '/_root.data' : `${address}.data`
        const asked: [string, boolean][] = [
          [address, false],
          [`${data}?_routes=${encodeURIComponent(id)}`, true],
          // Everything at once and the frame alone: the same loaders, so by turns of the roles.
          ...(at % roles.length === roles.indexOf(role)
            ? ([data, `${data}?_routes=root`].map((url) => [url, true]) as [string, boolean][])
            : []),
        ]
        const answers = await Promise.all(asked.map(([url]) => send(app, url, { cookie })))
        return answers.flatMap((answer, which) => {
          const [url, isData] = asked[which] as [string, boolean]
          const own = url.endsWith('_routes=root') ? rootAnswers : expected(role, who, 'GET', isData)
          return [
            ...faultsOf(url, answer, own),
            ...leaks(worlds, { role, path, url, text: answer.text }),
            ...lost(role, path, answer),
          ]
        })
      })
      expect(faults).toEqual([])
    },
    long,
  )
})

it('tells members of what is theirs', async () => {
  const { text } = await send(app, addressIn('organize/events/:event', worlds.mine.params), {
    cookie: await worlds.mine.cookieOf('door'),
  })
  expect(text).toContain(worlds.mine.mark)
})

it(
  'refuses loaders by ?_data= and every post from another site',
  async () => {
    const cookie = await worlds.mine.cookieOf('admin')
    const before = await everything()
    const abroad = [
      { Origin: 'https://elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ]
    const faults = await fewAtOnce(map, async ({ path, id }) => {
      const address = addressIn(path, worlds.mine.params)
      const byData = await send(app, `${address}?_data=${encodeURIComponent(id)}`, { cookie })
      // One press in a mail program comes from anywhere (RFC 8058): a token that is none leaves nothing.
      const refused = path === 'unsubscribe/:token' ? [410] : [403]
      const posts = [address, `${address}.data`].flatMap((url) =>
        abroad.map(async (headers) =>
          faultsOf(url, await send(app, url, { cookie, headers, form: {} }), refused),
        ),
      )
      return [...faultsOf(`${address}?_data`, byData, [400]), ...(await Promise.all(posts)).flat()]
    })
    expect(faults).toEqual([])
    expect(await everything()).toEqual(before)
  },
  long,
)

/** Whoever must sign in first is led there, and back afterwards. */
function lost(role: Role, path: string, { status, headers }: Answer): string[] {
  if (role !== 'visitor' || status !== 302 || !path.startsWith('organize')) return []
  return headers.location?.startsWith('/sign-in?to=%2Forganize')
    ? []
    : [`${path} leads to ${headers.location}`]
}
