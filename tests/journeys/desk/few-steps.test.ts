import { beforeAll, expect, it } from 'vitest'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { people } from '../people.ts'
import { handAt } from './hand.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/few-steps'
let eventId = ''
let cookie = ''

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'few-steps', hosts: [body] })
  eventId = made.id
  cookie = await signInCookieOf(await memberOf(body, 'admin'))
  const press = await category(made, { code: 'press', name: { vi: 'Báo chí' }, needsApproval: true })
  for (let n = 0; n < 10; n += 1) await registration(press, { state: 'pending' })
  await registration(made.guest, { name: 'Nguyễn Văn Xai', state: 'confirmed' })
})

async function sits(at: string) {
  const one = await comes()
  const [name = '', value = ''] = cookie.split('=')
  await one.page.context().addCookies([{ name, value, url: app.url }])
  await one.page.goto(at)
  return { ...one, hand: handAt(one.page) }
}

it('five speakers come into a session by at most 30 keys', async () => {
  const names = ['Đặng Thái Huyền', 'Lê Văn Bình', 'Trần Ngọc Ánh', 'Ngô Phương Lan', 'Vũ Quốc Khải']
  for (const name of names) await addPerson(system(), { eventId, name })
  const title = { vi: 'Đối thoại', original: 'vi' } as const
  const session = await addSession(system(), { eventId, kind: 'panel', title })
  const { page, hand, leaves } = await sits(`${desk}/agenda/sessions/${session.id}`)
  const rows = page.locator('.people-row:visible')
  await hand.clicks(page.getByRole('combobox', { name: m['agenda.session.people-pick']({}, vi) }))
  for (const [index, letters] of ['huy', 'bin', 'anh', 'lan', 'kha'].entries()) {
    await hand.types(letters)
    await hand.presses('Enter')
    await rows.nth(index).waitFor()
  }
  await hand.clicks(page.getByRole('button', { name: m['organize.form.save']({}, vi) }))
  await page.getByText(m['agenda.session.saved']({}, vi)).waitFor()
  const shown = await page.locator('.people-row-known').allTextContents()
  for (const [index, name] of names.entries()) expect(shown[index]).toContain(name)
  expect((await listDraftSessions(eventId))[0]?.appearances).toHaveLength(5)
  expect(hand.sent.keys + hand.sent.clicks).toBeLessThanOrEqual(30)
  await leaves()
})

it('ten guests are approved by at most four clicks', async () => {
  const { page, hand, leaves } = await sits(`${desk}/registrations?state=pending`)
  await hand.clicks(page.locator('[name="all"]'))
  await hand.clicks(page.getByRole('button', { name: m['registration.many.approve']({}, vi), exact: true }))
  await hand.clicks(
    page.locator('form[data-unkept] button[type="submit"], form[data-unkept] button:not([type])').last(),
  )
  await page.waitForURL('**/registrations?**')
  await page.goto(`${desk}/registrations?state=confirmed`)
  expect(await page.locator('tbody tr').count()).toBe(11)
  expect(hand.sent.clicks).toBeLessThanOrEqual(4)
  expect(hand.sent.keys).toBe(0)
  await leaves()
})

it('a guest is corrected by at most five clicks', async () => {
  const { page, hand, leaves } = await sits(`${desk}/registrations?q=xai`)
  await hand.clicks(page.getByRole('link', { name: 'Nguyễn Văn Xai' }))
  await hand.clicks(page.getByRole('link', { name: m['registration.guest.correct']({}, vi) }))
  await hand.clicks(page.locator('[name="name"]'))
  await hand.presses('End')
  await hand.presses('Backspace')
  await hand.presses('Backspace')
  await hand.presses('Backspace')
  await hand.types('Sai')
  await hand.clicks(page.getByRole('button', { name: m['organize.form.save']({}, vi) }))
  await page.getByRole('heading', { level: 1, name: 'Nguyễn Văn Sai' }).waitFor()
  expect(hand.sent.clicks).toBeLessThanOrEqual(5)
  await leaves()
})

it('an event goes from nothing to a public page with three sessions by at most 250 keys', async () => {
  const { page, hand, leaves } = await sits('/organize')
  await hand.clicks(page.getByRole('link', { name: m['organize.events.create']({}, vi) }))
  await page.waitForFunction(() => 'hydrated' in document.documentElement.dataset)
  await hand.clicks(page.locator('[name="title.vi"]'))
  await hand.types('Bàn tròn phim truyện Việt Nam')
  await hand.presses('Enter')
  await page.getByRole('heading', { level: 1, name: 'Bàn tròn phim truyện Việt Nam' }).waitFor()
  const home = page.url()
  await hand.clicks(page.getByRole('link', { name: m['organize.first.sessions']({ count: 0, of: 3 }, vi) }))
  await page.waitForFunction(() => 'hydrated' in document.documentElement.dataset)
  await hand.clicks(page.locator('#add [name="titleVi"]'))
  const titles = ['Khai mạc', 'Đối thoại', 'Bế mạc']
  for (const title of titles) {
    await hand.types(title)
    await hand.presses('Enter')
    await page.locator('.session-rows').getByText(title).first().waitFor()
    await page.locator('.editor-status').getByText(m['editor.status.saved']({}, vi)).waitFor()
  }
  await hand.clicks(page.getByRole('link', { name: m['editor.tab.publication']({}, vi), exact: true }))
  await hand.clicks(page.getByRole('button', { name: m['publishing.preview.publish']({ number: 1 }, vi) }))
  await page.waitForURL('**/publication?done=1')
  await hand.clicks(page.getByRole('link', { name: m['organize.event.overview']({}, vi), exact: true }))
  await hand.clicks(
    page.getByRole('button', { name: m['organize.publication.publish']({}, vi), exact: true }),
  )
  await page.getByRole('button', { name: m['organize.publication.take-back']({}, vi) }).waitFor()
  await page.goto(`/vi/events/${new URL(home).pathname.split('/').at(-1)}/agenda`)
  for (const title of titles) await page.getByText(title, { exact: true }).first().waitFor()
  expect(hand.sent.keys + hand.sent.clicks).toBeLessThanOrEqual(250)
  await leaves()
})
