import { beforeAll, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { endSession, pauseTurn, resumeTurn, startTurn } from '#app/features/live/domain/run-session.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { m } from '#app/paraglide/messages.js'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const en = { locale: 'en' } as const
const screens = '/en/events/screened-day/live'
let room = { eventId: '', sessionId: '' }
let [an, binh] = ['', '']

beforeAll(async () => {
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 10 * 60_000)
  const endsAt = new Date(startsAt.getTime() + 3 * 3_600_000)
  const made = await event({ slug: 'screened-day', startsAt, endsAt })
  const talk = await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' }, minutes: 60 })
  await sessionOf(made, { title: { vi: 'Bế mạc', en: 'Closing' }, from: 60 })
  room = { eventId: made.id, sessionId: talk.id }
  ;[an, binh] = [await speaker('Đặng Hoàng Giang'), await speaker('Ngô Phương Lan')]
  await publishAgenda(system(), { eventId: made.id })
})

async function speaker(name: string) {
  const { id } = await addPerson(system(), { eventId: room.eventId, name })
  await addAppearance(system(), { sessionId: room.sessionId, personId: id, role: 'speaker', minutes: 10 })
  return id
}

it('the clock runs green, amber and red through a turn, and through two minutes without network', async () => {
  const speakers = await comes({ locale: 'en' })
  const { page } = speakers
  await page.clock.install({ time: new Date() })
  await page.goto(`${screens}/clock`)
  const [clock, lost] = [page.getByRole('timer'), page.locator('[data-live-lost]')]
  await page.getByText(m['live.screen.nobody']({}, en)).waitFor()
  await startTurn(system(), { ...room, personId: an })
  await page.getByRole('heading', { name: 'Đặng Hoàng Giang' }).waitFor()
  await page.getByText(m['live.clock.calm']({}, en)).waitFor()
  await page.getByText('Ngô Phương Lan').waitFor()
  await expectGoodPage(speakers)
  await speakers.isOffline(true)
  await page.clock.runFor(120_000)
  await expect.poll(() => clock.textContent()).toMatch(/^[78]:\d\d$/)
  await lost.waitFor()
  expect(await lost.textContent()).toMatch(/\d:\d\d[^{]*\d:\d\d[^{]*$/)
  await pauseTurn(system(), room)
  await speakers.isOffline(false)
  await page.clock.runFor(5_000)
  await page.getByText(m['live.clock.paused']({}, en)).waitFor()
  await lost.waitFor({ state: 'hidden' })
  await resumeTurn(system(), room)
  await page.getByText(m['live.clock.calm']({}, en)).waitFor()
  await startTurn(system(), { ...room, personId: binh })
  await page.getByRole('heading', { name: 'Ngô Phương Lan' }).waitFor()
  await speakers.isOffline(true)
  await page.clock.runFor(500_000)
  await page.getByText(m['live.clock.soon']({}, en)).waitFor()
  await page.clock.runFor(120_000)
  await page.getByText(m['live.clock.over']({}, en)).waitFor()
  expect(await clock.textContent()).toMatch(/^−/)
  await speakers.leaves()
})

it('a screen whose stream lives but whose page cannot be fetched says so, then catches up', async () => {
  const wall = await comes({ locale: 'en' })
  const { page } = wall
  wall.mayBeRefused(502)
  await page.clock.install({ time: new Date() })
  await page.goto(`${screens}/clock`)
  const lost = page.locator('[data-live-lost]')
  await page.getByRole('heading', { name: 'Ngô Phương Lan' }).waitFor()
  await page.route(`**${screens}/clock`, (route) => route.fulfill({ status: 502, body: 'Bad gateway' }))
  const failed = page.waitForResponse((answer) => answer.status() === 502)
  await startTurn(system(), { ...room, personId: an })
  await failed
  await page.clock.runFor(5_000)
  await lost.waitFor()
  expect(await page.getByRole('heading', { name: 'Đặng Hoàng Giang' }).count()).toBe(0)
  await page.unroute(`**${screens}/clock`)
  await page.clock.runFor(10_000)
  await page.getByRole('heading', { name: 'Đặng Hoàng Giang' }).waitFor()
  await lost.waitFor({ state: 'hidden' })
  await startTurn(system(), { ...room, personId: binh })
  await page.getByRole('heading', { name: 'Ngô Phương Lan' }).waitFor()
  await wall.leaves()
})

it('the display shows now and next in both languages, and follows to the end of the session', async () => {
  const wall = await comes({ locale: 'en' })
  const { page } = wall
  await page.goto(screens)
  const now = page.getByRole('region', { name: m['public.agenda.now']({}, en) })
  await now.getByText('Film and memory').waitFor()
  await now.getByText('Phim và ký ức').waitFor()
  await now.getByText('Ngô Phương Lan', { exact: true }).waitFor()
  await page.getByText('Bế mạc').waitFor()
  await expectGoodPage(wall)
  await endSession(system(), room)
  await now.waitFor({ state: 'detached' })
  await page.getByText('Closing').waitFor()
  await wall.leaves()
})

it('a screen that gets no stream asks for itself, and takes the stream when there is room', async () => {
  const late = await comes({ locale: 'en' })
  const { page } = late
  late.mayBeRefused(404)
  // A stream that is refused, whatever for, until there is room.
  await page.addInitScript(() => {
    class Stream extends EventSource {
      constructor(address: string) {
        super('hasRoom' in window ? address : '/events/no-such-event/live/stream')
        this.addEventListener('open', () => Object.assign(window, { isTaken: true }))
      }
    }
    Object.assign(window, { EventSource: Stream })
  })
  await page.clock.install({ time: new Date() })
  await page.goto(`${screens}/clock`)
  await page.locator('.big-clock').waitFor()
  await startTurn(system(), { ...room, personId: an })
  await page.clock.runFor(10_000)
  await page.getByRole('heading', { name: 'Đặng Hoàng Giang' }).waitFor()
  await page.evaluate(() => Object.assign(window, { hasRoom: true }))
  await page.clock.runFor(60_000)
  await expect.poll(() => page.evaluate(() => 'isTaken' in window)).toBe(true)
  await startTurn(system(), { ...room, personId: binh })
  await page.getByRole('heading', { name: 'Ngô Phương Lan' }).waitFor()
  await late.leaves()
})
