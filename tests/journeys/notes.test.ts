import { asc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { m } from '#app/paraglide/messages.js'
import { note, noteVersion } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
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
// The second rapporteur is answered by another process of the same site.
const beside = await runningApp({ env: { WORKER: 'off' }, beside: app })
const { comes } = people(app)
const { comes: comesBeside } = people(beside)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/noted-day/notes'
let eventId = ''
let one: Person
let other: Person
let plain: Person

beforeAll(async () => {
  const body = await organization()
  const startsAt = new Date(Math.floor(Date.now() / 60_000) * 60_000 - 30 * 60_000)
  const made = await event({
    slug: 'noted-day',
    hosts: [body],
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3 * 3_600_000),
  })
  eventId = made.id
  const talk = await sessionOf(made, { title: { vi: 'Phim và ký ức', en: 'Film and memory' }, minutes: 120 })
  await sessionOf(made, { title: { vi: 'Bế mạc', en: 'Closing' }, from: 130 })
  for (const name of ['Đặng Hoàng Giang', 'Ngô Phương Lan']) {
    const { id } = await addPerson(system(), { eventId, name })
    const role = { sessionId: talk.id, personId: id, role: 'speaker' } as const
    await addAppearance(system(), role)
  }
  await publishAgenda(system(), { eventId })
  const arrive = async (name: string, site: typeof app, person: Person) => {
    const member = await memberOf(body, 'rapporteur', { name })
    const [cookie = '', value = ''] = (await signInCookieOf(member)).split('=')
    await person.page.context().addCookies([{ name: cookie, value, url: site.url }])
    return person
  }
  one = await arrive('An', app, await comes())
  other = await arrive('Bình', beside, await comesBeside())
  plain = await arrive('Chi', app, await comes({ width: 360, script: false }))
})

const row = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })
const status = (page: Page) => page.getByRole('status')
const line = (page: Page) => page.getByLabel(m['notes.entry.line']({}, vi))

/** The words of the notes as stored, one a note, in the order in which they were written. */
async function stored(): Promise<string[]> {
  const rows = await database()
    .select()
    .from(note)
    .where(eq(note.eventId, eventId))
    .orderBy(asc(note.createdAt), asc(note.saidAt))
  return rows.map((each) =>
    [each.kind, each.text.vi ?? each.text.en, each.removedAt && 'removed'].filter(Boolean).join(' '),
  )
}

async function write(page: Page, words: string) {
  await line(page).focus()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}

describe('two rapporteurs', () => {
  it('write by keyboard alone in the session that runs, and see each other', async () => {
    for (const { page } of [one, other]) {
      await page.goto(desk)
      await hydrated(page)
      const chosen = page.getByLabel(m['notes.desk.session']({}, vi)).locator('option:checked')
      expect(await chosen.textContent()).toBe('Phim và ký ức')
    }
    await expectGoodPage(one)
    await line(one.page).focus()
    await one.page.keyboard.type('q gi Phim là ký ức')
    const read = one.page.locator('#entry-read')
    expect(await read.textContent()).toContain(`${m['notes.kind.quote']({}, vi)} · Đặng Hoàng Giang`)
    await one.page.keyboard.press('Enter')
    expect(await line(one.page).inputValue()).toBe('')
    await row(other.page, 'Phim là ký ức').getByText('Đặng Hoàng Giang').waitFor()
    await write(other.page, 'd - Họp lại')
    await row(one.page, 'Họp lại').waitFor()
    await write(other.page, 'q lan Nghe nhau')
    await row(one.page, 'Nghe nhau').getByText('Ngô Phương Lan').waitFor()
    expect(await stored()).toEqual(['quote Phim là ký ức', 'decision Họp lại', 'quote Nghe nhau'])
    await expectGoodPage(one)
  })

  it('edit in place without saving by hand; another language is no clash', async () => {
    const { page } = one
    await line(page).focus()
    await page.keyboard.press('ArrowUp')
    const editor = page.getByRole('form', { name: m['notes.form.title']({}, vi) })
    await editor.getByLabel(m['notes.form.english']({}, vi)).fill('Listening to each other')
    await row(other.page, 'Nghe nhau').getByText('Listening to each other').waitFor()
    await expectGoodPage(one)
    await row(other.page, 'Nghe nhau').getByRole('link').focus()
    await other.page.keyboard.press('Enter')
    await other.page.keyboard.press('End')
    await other.page.keyboard.type(' cho kỹ')
    await expect
      .poll(() => editor.getByLabel(m['notes.form.vietnamese']({}, vi)).inputValue())
      .toBe('Nghe nhau cho kỹ')
    await page.keyboard.press('Escape')
    await other.page.keyboard.press('Escape')
    await row(page, 'Nghe nhau cho kỹ').getByText(m['notes.mark.stale']({}, vi)).waitFor()
  })

  it('lose nothing while one is without network, and nothing is there twice', async () => {
    const { page } = one
    await one.isOffline(true)
    await write(page, 'p gi Lập quỹ')
    await write(page, 's Không có mạng')
    await expect.poll(() => status(page).textContent()).toBe(m['notes.status.away']({ count: 2 }, vi))
    await row(page, 'Lập quỹ').getByText(m['notes.mark.waiting']({}, vi)).waitFor()
    await expectGoodPage(one)
    await write(other.page, '? lan Ai giữ phim?')
    await expect.poll(stored).toContain('question Ai giữ phim?')
    await one.isOffline(false)
    await row(page, 'Ai giữ phim?').waitFor()
    await expect.poll(() => status(page).textContent()).toBe(m['notes.status.saved']({}, vi))
    await row(other.page, 'Lập quỹ').waitFor()
    await row(other.page, 'Không có mạng').waitFor()
    expect((await stored()).sort()).toEqual(
      [
        ...['decision Họp lại', 'proposal Lập quỹ', 'question Ai giữ phim?', 'quote Nghe nhau cho kỹ'],
        ...['quote Phim là ký ức', 'statement Không có mạng'],
      ].sort(),
    )
  })

  it('find after a reload what was not sent, and a half written line', async () => {
    const { page } = one
    one.mayBeRefused(503)
    const edits = '**/notes/edits'
    await page.route(edits, (route) => route.fulfill({ status: 503 }))
    await write(page, 'd - Giữ qua lần tải lại')
    await row(page, 'Giữ qua lần tải lại').getByText(m['notes.mark.waiting']({}, vi)).waitFor()
    await line(page).focus()
    await page.keyboard.type('q gi Nửa')
    await page.reload()
    await hydrated(page)
    await row(page, 'Giữ qua lần tải lại').getByText(m['notes.mark.waiting']({}, vi)).waitFor()
    await expect.poll(() => line(page).inputValue()).toBe('q gi Nửa')
    await page.unroute(edits)
    await row(other.page, 'Giữ qua lần tải lại').waitFor()
    await expect.poll(() => status(page).textContent()).toBe(m['notes.status.saved']({}, vi))
    expect((await stored()).filter((each) => each.includes('tải lại'))).toHaveLength(1)
    await line(page).fill('')
  })

  it('are shown both versions when they changed the same words, and choose', async () => {
    const { page } = one
    one.mayBeRefused(409)
    await one.isOffline(true)
    await change(one, 'Lập quỹ', 'Lập quỹ của An')
    await expect.poll(() => status(page).textContent()).toBe(m['notes.status.away']({ count: 1 }, vi))
    await change(other, 'Lập quỹ', 'Lập quỹ của Bình')
    await expect.poll(stored).toContain('proposal Lập quỹ của Bình')
    await one.isOffline(false)
    const clash = page.getByRole('region', { name: m['notes.clash.title']({}, vi) })
    await clash.getByText('Lập quỹ của An').waitFor()
    await clash.getByText('Lập quỹ của Bình').waitFor()
    await expectGoodPage(one)
    await clash.getByRole('button', { name: m['notes.clash.keep-mine']({}, vi) }).focus()
    await page.keyboard.press('Enter')
    await row(other.page, 'Lập quỹ của An').waitFor()
    await expect.poll(stored).toContain('proposal Lập quỹ của An')
  })

  it('remove a note and take it back', async () => {
    const { page } = other
    await row(page, 'Không có mạng').getByRole('link').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: m['notes.form.remove']({}, vi), exact: true }).click()
    await expect.poll(stored).toContain('statement Không có mạng removed')
    await page.getByText(m['notes.removed.title']({ count: 1 }, vi)).click()
    await page.getByRole('button', { name: m['notes.removed.take-back']({}, vi) }).click()
    await expect.poll(stored).toContain('statement Không có mạng')
  })

  it('see at once that a session is off the record', async () => {
    await one.page.getByRole('button', { name: m['notes.desk.take-off']({}, vi) }).click()
    await other.page.getByText(m['notes.desk.session-off']({}, vi)).waitFor()
    await one.page.getByRole('button', { name: m['notes.desk.put-on']({}, vi) }).click()
    await other.page.getByText(m['notes.desk.session-on']({}, vi)).waitFor()
  })

  async function change({ page }: Person, from: string, to: string) {
    await row(page, from).getByRole('link').focus()
    await page.keyboard.press('Enter')
    const field = page.getByLabel(m['notes.form.vietnamese']({}, vi))
    await field.fill(to)
    await page.keyboard.press('Escape')
    await row(page, to).waitFor()
  }
})

describe('without script, on a phone', () => {
  it('a line is written, its note edited, and an earlier version used again', async () => {
    const { page } = plain
    await page.goto(desk)
    await line(page).fill('q lan Không cần script')
    await page.getByRole('button', { name: m['notes.entry.save']({}, vi), exact: true }).click()
    await row(page, 'Không cần script').getByText('Ngô Phương Lan').waitFor()
    await row(one.page, 'Không cần script').waitFor()
    await row(page, 'Không cần script').getByRole('link').click()
    await page.getByLabel(m['notes.form.english']({}, vi)).fill('No script needed')
    await page.getByRole('button', { name: m['notes.form.save']({}, vi), exact: true }).click()
    await page.getByText(m['notes.history.version']({ number: 2 }, vi), { exact: true }).waitFor()
    await one.page.goto(page.url())
    await expectGoodPage(one)
    await page.getByRole('button', { name: m['notes.history.restore']({ number: 1 }, vi) }).click()
    await page.getByText(m['notes.history.version']({ number: 3 }, vi), { exact: true }).waitFor()
    const [newest] = (await database().select().from(noteVersion).orderBy(asc(noteVersion.id))).slice(-1)
    expect(newest?.content.text).toMatchObject({ vi: 'Không cần script' })
    expect(newest?.content.text.en).toBeUndefined()
  })

  it('notes are found over events, whatever the diacritics', async () => {
    const { page } = plain
    await page.goto('/organize')
    await page.locator('header summary', { hasText: 'Chi' }).click()
    await page.getByRole('link', { name: m['notes.search.title']({}, vi), exact: true }).click()
    await page.getByLabel(m['notes.search.words']({}, vi)).fill('ky uc')
    await page.getByRole('button', { name: m['shared.search.button']({}, vi), exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: 'Phim là ký ức' }).waitFor()
    expect(await page.getByRole('main').getByRole('listitem').count()).toBe(1)
    await one.page.goto(page.url())
    await expectGoodPage(one)
  })
})
