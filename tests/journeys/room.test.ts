import { beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { m } from '#app/paraglide/messages.js'
import { withTransaction } from '#db/transaction.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { hydrated } from './attending.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const en = { locale: 'en' } as const
const home = '/organize/events/live-day'
const introduction = 'Nhà văn, tác giả của ba cuốn sách về xã hội.'
const names = ['Đặng Hoàng Giang', 'Ngô Phương Lan', 'Trần Anh Hùng'] as const
let eventId = ''
let sessionId = ''
let link = ''
let organizer: Person

beforeAll(async () => {
  const body = await organization()
  // Ten minutes are left of the session, and thirty are still to be spoken.
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 50 * 60_000)
  const endsAt = new Date(startsAt.getTime() + 4 * 3_600_000)
  const made = await event({ slug: 'live-day', hosts: [body], timeZone: 'UTC', startsAt, endsAt })
  eventId = made.id
  const talk = await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' }, minutes: 60 })
  sessionId = talk.id
  const tea = { vi: 'Giải lao', en: 'Break' }
  await sessionOf(made, { kind: 'break', title: tea, from: 60, minutes: 25 })
  await sessionOf(made, { title: { vi: 'Bế mạc', en: 'Closing' }, from: 85 })
  for (const name of names) {
    const { id } = await addPerson(system(), { eventId, name })
    await addAppearance(system(), { sessionId, personId: id, role: 'speaker', minutes: 10 })
  }
  const chair = await addPerson(system(), { eventId, name: 'Phạm Thị Mai', email: 'mai@example.org' })
  await addAppearance(system(), { sessionId, personId: chair.id, role: 'moderator' })
  await publishAgenda(system(), { eventId })
  const row = (await withTransaction((tx) => ensureSpeaking(tx, eventId, [chair.id]))).get(chair.id)
  if (!row) throw new Error('The moderator has no link.')
  link = `/speaking/${speakingToken.person(row)}`
  organizer = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await organizer.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

describe('a session and who runs it', () => {
  it('has a cue sheet that an organizer writes', async () => {
    const { page } = organizer
    await page.goto(`${home}/live`)
    await expectGoodPage(organizer)
    await page
      .getByRole('link', { name: m['live.cue.title']({}, vi) })
      .first()
      .click()
    const form = page.getByRole('form', { name: names[0], exact: true })
    const label = m['organize.form.in-vietnamese']({ label: m['live.cue.introduction']({}, vi) }, vi)
    await form.getByLabel(label).fill(introduction)
    await form.getByLabel(m['live.cue.technical']({}, vi)).fill('Chiếu đoạn phim thứ hai')
    await form.getByRole('button').click()
    await page.getByText(m['live.cue.saved']({}, vi)).waitFor()
    await expectGoodPage(organizer)
  })

  it('is run on the phone of a moderator without account', async () => {
    const moderator = await comes({ width: 360 })
    const { page } = moderator
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    const clock = page.getByRole('timer')
    await page.goto(link)
    await page.getByRole('link', { name: m['live.speaking.room']({}, vi) }).click()
    await hydrated(page)
    await page.getByText(introduction).first().waitFor()
    await press(m['live.room.start']({}, vi))
    await page.getByText(m['live.room.nobody']({}, vi)).waitFor()
    await press(m['live.room.give-floor']({ name: names[0] }, vi))
    await clock.waitFor()
    expect(await clock.textContent()).toMatch(/^(10:00|9:5\d)$/)
    await press(m['live.room.pause']({}, vi))
    await page.getByText(m['live.clock.paused']({}, vi), { exact: true }).waitFor()
    await expectGoodPage(moderator)
    await press(m['live.room.resume']({}, vi))
    await press(m['live.room.minute-more']({}, vi))
    await expect.poll(() => clock.textContent()).toMatch(/^(11:00|10:[45]\d)$/)
    await press(m['live.room.give-floor']({ name: names[2] }, vi))
    const now = page.getByRole('region', { name: m['live.room.now']({}, vi) })
    await now.getByRole('heading', { name: names[2] }).waitFor()
    await press(m['live.room.take-back']({}, vi))
    await page.getByText(m['live.room.nobody']({}, vi)).waitFor()
    await expectGoodPage(moderator)
  })

  it('is the same on the screen of the organizers, and on paper', async () => {
    const { page } = organizer
    await page.goto(`${home}/live/${sessionId}`)
    await page.getByText(m['live.room.spoke']({}, vi), { exact: true }).waitFor()
    await expectGoodPage(organizer)
    await page.emulateMedia({ media: 'print' })
    await page
      .getByRole('region', { name: m['live.cue.title']({}, vi) })
      .getByText(introduction)
      .waitFor()
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
  })

  it('offers the ways to catch up when it is late, and one is put into the draft', async () => {
    const { page } = organizer
    await page.goto(`${home}/live/${sessionId}`)
    await page.getByRole('link', { name: m['live.room.catch-up']({}, vi) }).click()
    const way = page.getByRole('region', { name: m['live.late.push']({}, vi) })
    await way.getByText('Bế mạc').waitFor()
    await expectGoodPage(organizer)
    const before = await startOf('Bế mạc')
    await way.getByRole('button').click()
    await page.getByText(m['live.late.done']({}, vi)).waitFor()
    // What is in the draft already is not offered a second time.
    expect(await page.getByRole('button', { name: m['live.late.apply']({}, vi) }).count()).toBe(0)
    expect(await startOf('Bế mạc')).toBeGreaterThan(before)
    await expectGoodPage(organizer)
  })

  it('is run without script too, to its end', async () => {
    const { page } = await comes({ width: 360, script: false, locale: 'en' })
    await page.goto(`${link}/sessions/${sessionId}/room?lang=en`)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    await press(m['live.room.give-floor']({ name: names[1] }, en))
    await page.getByRole('heading', { name: names[1] }).waitFor()
    await press(m['live.room.end-turn']({}, en))
    await page.getByText(m['live.room.nobody']({}, en)).waitFor()
    await press(m['live.room.end']({}, en))
    await page.getByText(m['live.room.over']({}, en)).waitFor()
    await organizer.page.goto(`${home}/live`)
    await organizer.page.getByRole('rowheader', { name: names[1] }).waitFor()
    await expectGoodPage(organizer)
  })

  it('is nobody else’s to run', async () => {
    const { page, mayBeRefused } = await comes()
    mayBeRefused(404)
    const answer = await page.goto(`${link}/sessions/${await otherSession()}/room`)
    expect(answer?.status()).toBe(404)
  })
})

async function startOf(title: string): Promise<number> {
  const found = (await listDraftSessions(eventId)).find((one) => one.title.vi === title)
  return Date.parse(found?.startsAt ?? '')
}

async function otherSession() {
  const found = (await listDraftSessions(eventId)).find((one) => one.title.vi === 'Bế mạc')
  return found?.id
}
