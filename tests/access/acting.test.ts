import { describe, expect, it } from 'vitest'
import { send } from '../requests.ts'
import { addressIn } from './addresses.ts'
import {
  cookieOf,
  expected,
  faultsOf,
  fewAtOnce,
  forms,
  leaks,
  map,
  may,
  type Role,
  roles,
  ruleOf,
  twoWorlds,
} from './walk.ts'
import { everything, type World, world } from './worlds.ts'

const worlds = await twoWorlds()
const { app } = worlds
// Over a hundred forms in a row: more than a minute where others work on the machine too.
const long = 300_000

describe.each(roles)('%s', (role) => {
  it(
    'cannot do what the role may not do, and nothing changes',
    async () => {
      const cookie = await cookieOf(role, worlds.mine, worlds.theirs)
      const before = await everything()
      const denied = map.filter(({ path }) => !may(role, ruleOf(path).post))
      const faults = await fewAtOnce(forms(role, denied), async ({ path, suffix }) => {
        const { faults } = await post(role, { path, suffix, at: worlds.mine, cookie })
        return faults
      })
      expect(faults).toEqual([])
      expect(await everything()).toEqual(before)
    },
    long,
  )

  it(
    'does what the role may do',
    async () => {
      const allowed = map.filter(({ path }) => may(role, ruleOf(path).post))
      const sent = forms(role, allowed)
      const faults = await fewAtOnce<(typeof sent)[number], World>(sent, async ({ path, suffix }, own) => {
        own.kept ??= await world()
        const at = own.kept
        const cookie = await cookieOf(role, at, worlds.theirs)
        const { status, faults } = await post(role, { path, suffix, at, cookie })
        // What was refused changed nothing: the next form finds the world as it was.
        if (status < 400) delete own.kept
        return faults
      })
      expect(faults).toEqual([])
    },
    long,
  )
})

type Post = { path: string; suffix: string; at: World; cookie: string }

async function post(role: Role, { path, suffix, at, cookie }: Post) {
  const url = addressIn(path, at.params) + suffix
  const { status, text, ...answer } = await send(app, url, { cookie, form: {} })
  const wanted = expected(role, ruleOf(path).post, 'POST', suffix !== '')
  const faults = [
    ...faultsOf(`POST ${url}`, { status, text, ...answer }, wanted),
    ...leaks(worlds, { role, path, url, text }),
  ]
  return { status, faults }
}
