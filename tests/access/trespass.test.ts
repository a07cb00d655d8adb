import { expect, it } from 'vitest'
import { askHost } from '#app/features/organizations/domain/ask-host.server.ts'
import { listOwnOrganizations } from '#app/features/organizations/domain/organizations.server.ts'
import { signedIn } from '../factories/contexts.ts'
import { event } from '../factories/events.ts'
import { memberOf, organization } from '../factories/organizations.ts'
import { signInCookieOf } from '../factories/requests.ts'
import { send } from '../requests.ts'
import { addressIn } from './addresses.ts'
import { faultsOf, fewAtOnce, map, ruleOf, twoWorlds } from './walk.ts'
import { everything } from './worlds.ts'

const worlds = await twoWorlds()
const { app } = worlds
// Every address in turn: more than a minute where others work on the machine too.
const long = 300_000

it(
  "does not take another event's things for its own",
  async () => {
    const cookie = await worlds.mine.cookieOf('admin')
    const before = await everything()
    const below = map.filter(({ path }) =>
      /:event\/.*:(category|registration|mail|request)|:organization\/.*:(account|hosting)/.test(path),
    )
    const faults = await fewAtOnce(below, async ({ path }) => {
      const { event, organization } = worlds.mine.params
      const address = addressIn(path, { ...worlds.theirs.params, event, organization })
      const { get, post: act } = ruleOf(path)
      return [
        ...(get ? faultsOf(address, await send(app, address, { cookie }), [404]) : []),
        ...(act
          ? faultsOf(address, await send(app, address, { cookie, form: { role: 'admin' } }), [404])
          : []),
      ]
    })
    expect(below.length).toBeGreaterThan(8)
    expect(faults).toEqual([])
    expect(await everything()).toEqual(before)
  },
  long,
)

/** Addresses below another event, with every part that belongs to the world. */
const within = (event: string) =>
  map
    .filter(({ path }) => path.startsWith('organize/events/:event'))
    .map(({ path, id }) => ({ path, id, address: addressIn(path, { ...worlds.mine.params, event }) }))

/** What the admin of another body reads and does at every organizer's address, at the world's event and at `event`. */
async function trespass(cookie: string, event: string) {
  const before = await withoutActivity()
  const below = map.filter(({ path }) => path.startsWith('organize/events/:event'))
  const own = below.map(({ path }) => ({
    path,
    address: addressIn(path, worlds.mine.params),
    refused: [404],
  }))
  // The right event with the neighbour's ids: what has no id is their own page, and must hold nothing of ours.
  const mixed = within(event).map(({ path, address }) => ({
    path,
    address,
    // A form is read before what it is about is looked for, and to withdraw a body is its own admin's right.
    // A kind of mail is everybody's word, not a thing of ours.
    refused: /:event\/.*:(?!kind\b)/.test(path) ? [400, 403, 404, 409] : null,
  }))
  const faults = await fewAtOnce([...own, ...mixed], async ({ path, address, refused }) => {
    const { get, post: act } = ruleOf(path)
    const asked = get === undefined ? [] : [await send(app, address, { cookie })]
    if (act !== undefined && refused) asked.push(await send(app, address, { cookie, form: {} }))
    return asked.flatMap((answer) => [
      ...(refused ? faultsOf(address, answer, refused) : []),
      ...(answer.text.includes(worlds.mine.mark) ? [`${address} tells of ${worlds.mine.mark}`] : []),
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

it(
  'gives a stranger who names us as a host nothing',
  async () => {
    const stranger = await memberOf(await organization())
    const ctx = signedIn(stranger)
    const body = (await listOwnOrganizations(ctx, ['admin']))[0]
    const theirOwn = await event({ publishedAt: null, hosts: body ? [body] : [] })
    await askHost(ctx, { eventId: theirOwn.id, organizationId: worlds.mine.body.id })
    await trespass(await signInCookieOf(stranger), theirOwn.slug)
  },
  long,
)

it(
  'gives a co-host of another event nothing of this one',
  async () => {
    const beside = await organization()
    const partner = await memberOf(beside)
    const shared = await event({ publishedAt: null, hosts: [worlds.mine.body, beside] })
    await trespass(await signInCookieOf(partner), shared.slug)
  },
  long,
)
