import { beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { m } from '#app/paraglide/messages.js'
import { connection } from '#db/client.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/to-publish/agenda/publication'
let eventId = ''
let sessionId = ''
let cookie: { name: string; value: string; url: string }

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'to-publish', hosts: [body], timeZone: 'America/New_York' })
  eventId = made.id
  const session = await addSession(system(), {
    eventId,
    kind: 'panel',
    title: { vi: 'Nhịp cầu điện ảnh', en: 'A bridge of film' },
    startsAt: made.startsAt,
    endsAt: new Date(made.startsAt.getTime() + 1_800_000),
  })
  sessionId = session.id
  for (const [name, email] of [
    ['Đặng Hoàng Giang', 'giang@example.org'],
    ['Vũ Ngọc Tâm', 'tam@example.org'],
  ] as const) {
    const { id } = await addPerson(system(), { eventId, name, email })
    await addAppearance(system(), { sessionId, personId: id, role: 'speaker' })
  }
  const [name = '', value = ''] = (await signInCookieOf(await memberOf(body, 'organizer'))).split('=')
  cookie = { name, value, url: app.url }
})

async function organizer(script: boolean, width = 1280) {
  const person = await comes({ script, width })
  await person.page.context().addCookies([cookie])
  return person
}

const addressees = async () => {
  const rows = await connection()
    .sql`select recipient_email from outbox where event_id = ${eventId} order by 1`
  return rows.map((row) => row.recipient_email)
}

describe('an organizer who publishes', () => {
  it('reads the mails first, and says why one is held back', async () => {
    const someone = await organizer(true)
    const { page } = someone
    await page.goto(desk)
    await expectGoodPage(someone)
    await page.locator('summary', { hasText: 'giang@example.org' }).click()
    expect(await page.locator('details[open] pre').first().innerText()).toContain('Nhịp cầu điện ảnh')
    const tam = page.getByRole('listitem').filter({ hasText: 'Vũ Ngọc Tâm', has: page.getByRole('checkbox') })
    await tam.getByRole('checkbox', { name: m['publishing.hold.label']({}, vi) }).check()
    someone.mayBeRefused(400)
    const publish = page.getByRole('button', { name: m['publishing.preview.publish']({ number: 1 }, vi) })
    await publish.click()
    await tam.locator('.fault').waitFor()
    expect(await addressees()).toEqual([])
    await expectGoodPage(someone)
    await tam.locator('input[type="text"]').fill('Chưa gọi điện')
    await publish.click()
    await page.getByText(m['publishing.preview.done']({ number: 1 }, vi)).waitFor()
    expect(await addressees()).toEqual(['giang@example.org'])
    await expectGoodPage(someone)
  })

  it('does the same without script, and is shown a draft that moved on', async () => {
    const someone = await organizer(false, 360)
    const { page } = someone
    await page.goto(desk)
    await editDraft(system(), {
      eventId,
      edits: [{ kind: 'edit', sessionId, was: {}, set: { title: { vi: 'Cây cầu', en: 'The bridge' } } }],
    })
    someone.mayBeRefused(409)
    const publish = page.getByRole('button', { name: m['publishing.preview.publish']({ number: 2 }, vi) })
    await publish.click()
    await page.getByText(m['shared.refusal.draft-moved-on']({}, vi)).waitFor()
    expect(await addressees()).toEqual(['giang@example.org'])
    await publish.click()
    await page.getByText(m['publishing.preview.done']({ number: 2 }, vi)).waitFor()
    expect(await addressees()).toEqual(['giang@example.org', 'giang@example.org', 'tam@example.org'])
  })
})

describe('a reader of the agenda', () => {
  it('finds what changed', async () => {
    const reader = await comes({ width: 360 })
    const { page } = reader
    await page.goto('/vi/events/to-publish/agenda')
    await page.getByRole('link', { name: m['publishing.changes.link']({}, vi) }).click()
    await page.getByRole('heading', { name: m['publishing.changes.version']({ number: 2 }, vi) }).waitFor()
    expect(await page.locator('.change-list').innerText()).toContain('Cây cầu')
    await expectGoodPage(reader)
  })
})
