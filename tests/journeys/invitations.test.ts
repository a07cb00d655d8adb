import { beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const list = '/organize/events/to-invite/agenda/invitations'
let eventId = ''
let cookie: { name: string; value: string; url: string }

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'to-invite', hosts: [body] })
  eventId = made.id
  const [giang, lan] = [
    await person({ name: 'Đặng Hoàng Giang', email: 'giang@example.org' }),
    await person({ name: 'Ngô Phương Lan', email: null }),
  ]
  await version(made, 1, await session(made, [giang, lan], { title: { vi: 'Kho phim' } }))
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'organizer'))).split('=')
  cookie = { name, value, url: app.url }
})

const mails = async () => {
  const rows = await connection().sql`select kind from outbox where event_id = ${eventId} order by created_at`
  return rows.map((row) => row.kind)
}

describe.each([
  ['with script at a desk', true, 1280],
  ['on a phone', true, 360],
  ['without script', false, 1280],
] as const)('an organizer %s', (_, script, width) => {
  it('sees who was asked, invites, and writes down what was said by telephone', async () => {
    const someone = await comes({ script, width })
    const { page } = someone
    await page.context().addCookies([cookie])
    await page.goto(list)
    if (script) await expectGoodPage(someone)
    await page.getByText(m['invitations.list.no-address']({}, vi)).waitFor()
    const before = (await mails()).length
    const invite = page.getByRole('button', { name: m['invitations.list.ask']({}, vi) })
    if (before === 0) await invite.click()
    else await page.getByRole('link', { name: 'Đặng Hoàng Giang' }).click()
    if (before === 0) {
      await page.getByText(m['invitations.done.asked']({}, vi)).waitFor()
      expect(await mails()).toEqual(['speaker-asked'])
      await page.getByRole('link', { name: 'Đặng Hoàng Giang' }).click()
    }
    if (script) await expectGoodPage(someone)
    await page.getByRole('radio', { name: m['invitations.state.declined']({}, vi) }).check()
    await page.locator('textarea[name="note"]').fill(`Bận họp, ${width}`)
    await page.getByRole('button', { name: m['invitations.one.save']({}, vi) }).click()
    await page.getByText(m['invitations.done.answered']({}, vi)).waitFor()
    await page.getByRole('button', { name: m['invitations.one.again']({}, vi) }).click()
    await page.getByText(m['invitations.done.asked']({}, vi)).waitFor()
    expect((await mails()).length).toBe(before === 0 ? 2 : before + 1)
    if (script) await expectGoodPage(someone)
  })
})
