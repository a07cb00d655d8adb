import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { listEventNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { write } from '#app/shared/i18n/translated-text.ts'
import { event as events, outbox, session } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const secrets = ['Việc nói kín', 'Việc của phiên kín', 'Lời chưa ai duyệt']
let organizer: Person

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'first-table', hosts: [body], publishedAt: new Date() })
  await category(made, { name: { vi: 'Báo chí', en: 'Press' }, capacity: 5 })
  const talk = await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' } })
  const closed = await sessionOf(made, { from: 40, title: { vi: 'Bàn kín', en: 'In camera' } })
  await database().update(session).set({ offRecord: true }).where(eq(session.id, closed.id))
  const speaker = await addPerson(system(), { eventId: made.id, name: 'Ngô Phương Lan' })
  await addAppearance(system(), { sessionId: talk.id, personId: speaker.id, role: 'moderator', minutes: 15 })
  const action = { kind: 'action', ownerId: speaker.id } as const
  await noteOf(made, { ...action, text: write({ vi: 'Gửi danh sách phim', en: 'Send the list' }) })
  await noteOf(made, { ...action, text: write({ vi: 'Việc đã xong' }), doneAt: new Date() })
  await noteOf(made, { ...action, text: write({ vi: secrets[0] }), offRecord: true })
  await noteOf(made, { ...action, text: write({ vi: secrets[1] }), sessionId: closed.id })
  await noteOf(made, { kind: 'quote', personId: speaker.id, text: write({ vi: secrets[2] }) })
  organizer = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await organizer.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

describe('the next event', () => {
  it('is made from an earlier one, and says what it lacks', async () => {
    const { page, mayBeRefused } = organizer
    await page.goto('/organize/events/first-table')
    await page.getByRole('link', { name: m['organize.copy.title']({}, vi) }).click()
    const make = page.getByRole('button', { name: m['organize.copy.make']({}, vi) })
    await page.getByLabel(m['organize.copy.actions']({ count: 3 }, vi)).waitFor()
    await expectGoodPage(organizer)
    const label = m['organize.copy.name']({}, vi)
    const name = page.getByLabel(m['organize.form.in-vietnamese']({ label }, vi))
    mayBeRefused(400)
    await name.fill('')
    await page.getByLabel(m['organize.form.in-english']({ label }, vi)).fill('')
    await make.click()
    await page.getByText(m['organize.copy.name-missing']({}, vi)).first().waitFor()
    await expectGoodPage(organizer)
    await name.fill('Bàn tròn lần hai')
    await page.getByLabel(m['organize.new-event.slug']({}, vi)).fill('second-table')
    await page.getByLabel(m['organize.copy.day']({}, vi)).fill('2031-05-06')
    await make.click()
    await page.waitForURL('**/organize/events/second-table')
    await page.getByRole('heading', { name: 'Bàn tròn lần hai' }).waitFor()
    await page.getByRole('row', { name: 'Báo chí' }).waitFor()
    await expectGoodPage(organizer)
  })

  it('has the agenda with its roles and hours, and the open actions in hand', async () => {
    const { page } = organizer
    const [made] = await database().select().from(events).where(eq(events.slug, 'second-table'))
    const drafted = await listDraftSessions(made?.id ?? '')
    const talk = drafted.find((one) => one.title.vi === 'Phim và ký ức')
    expect(talk?.startsAt).toBe(made?.startsAt.toISOString())
    expect(talk?.appearances).toMatchObject([{ role: 'moderator', minutes: 15 }])
    await page.goto('/organize/events/second-table/actions')
    for (const words of ['Gửi danh sách phim', 'Việc nói kín', 'Việc của phiên kín'])
      await page.getByRole('row', { name: words }).getByText('Ngô Phương Lan').waitFor()
    expect(await page.getByText('Việc đã xong').count()).toBe(0)
    await expectGoodPage(organizer)
  })

  it('shows nothing private, neither in the agenda nor in what readers are told', async () => {
    const { page } = organizer
    await page.goto('/organize/events/second-table/agenda/list')
    await page.getByText('Phim và ký ức').first().waitFor()
    const [made] = await database().select().from(events).where(eq(events.slug, 'second-table'))
    const told = JSON.stringify(await listDraftSessions(made?.id ?? ''))
    expect(told).toContain('Gửi danh sách phim')
    for (const words of secrets) expect(told).not.toContain(words)
    const carried = await listEventNotes(made?.id ?? '')
    expect(carried.filter((one) => !one.offRecord).map((one) => one.text.vi)).toEqual(['Gửi danh sách phim'])
    expect(carried.map((one) => one.kind)).toEqual(['action', 'action', 'action'])
    expect(await database().$count(outbox, eq(outbox.eventId, made?.id ?? ''))).toBe(0)
    const reader = await comes({ width: 360 })
    reader.mayBeRefused(404)
    const answer = await reader.page.goto('/vi/events/second-table')
    expect(answer?.status()).toBe(404)
  })
})
