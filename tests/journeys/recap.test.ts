import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { judgeForPerson } from '#app/features/notes/domain/judge-words.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { contentOf } from '#app/features/notes/domain/stored-notes.server.ts'
import { docOf } from '#app/features/recap/domain/rich-text.ts'
import { saveRecapText } from '#app/features/recap/domain/write-recap.server.ts'
import { m } from '#app/paraglide/messages.js'
import { write } from '#app/shared/i18n/translated-text.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person } from '#tests/factories/speakers.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const desk = '/organize/events/told-day/recap'
const said = { vi: 'Phim đưa ta đi xa.', en: 'Film takes us far.' }
const corrected = { vi: 'Phim đưa ta đi xa hơn.', en: 'Film takes us further.' }
let eventId = ''
let quote: Awaited<ReturnType<typeof noteOf>>
let organizer: Person
let reader: Person

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'told-day', hosts: [body], publishedAt: new Date() })
  eventId = made.id
  const speaker = await person({ name: 'Tony Bùi' })
  quote = await noteOf(made, { kind: 'quote', personId: speaker.id, text: write(said) })
  await noteOf(made, { kind: 'statement', personId: speaker.id, text: write({ vi: 'Chưa ai duyệt.' }) })
  await agree(said)
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  organizer = await comes()
  await organizer.page.context().addCookies([{ name: cookie, value, url: app.url }])
  reader = await comes({ script: false })
})

async function agree(words: Record<'vi' | 'en', string>) {
  for (const locale of ['vi', 'en'] as const)
    await judgeForPerson(system(), {
      eventId,
      noteId: quote.id,
      locale,
      words: words[locale],
      verdict: 'approved',
      reason: 'Qua điện thoại',
    })
}

const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true })
const body = (page: Page) => page.getByRole('textbox', { name: m['recap.desk.body']({}, vi) })
const state = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true })
const saved = (page: Page) => state(page, m['recap.desk.saved']({}, vi)).waitFor()
const beside = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Phim đưa ta' })

describe('the recap of an event', () => {
  it('is written around approved words, and saves itself', async () => {
    const { page } = organizer
    await page.goto(desk)
    await page.getByText(m['recap.desk.others']({ count: 2 }, vi)).click()
    await button(
      page.locator('li', { hasText: said.vi }),
      `${m['recap.desk.add']({}, vi)}: ${said.vi}`,
    ).click()
    await page.waitForURL(/#material-/)
    await body(page).waitFor()
    await expectGoodPage(organizer)
    await page.getByLabel(m['recap.desk.headline']({}, vi)).fill('Một chiều ở Harvard')
    await body(page).click()
    await page.keyboard.type('Mọi người ngồi xuống.')
    await button(beside(page), m['recap.desk.insert-quote']({}, vi)).click()
    await saved(page)
    await page.reload()
    await body(page).locator('figure', { hasText: said.vi }).waitFor()
    expect(await body(page).innerText()).toContain('Mọi người ngồi xuống.')
    expect(await page.getByLabel(m['recap.desk.headline']({}, vi)).inputValue()).toBe('Một chiều ở Harvard')
  })

  it('reaches readers when it is published', async () => {
    const { page } = organizer
    await button(page, m['recap.desk.publish']({}, vi)).click()
    await page.getByText(m['recap.desk.published']({ number: 1 }, vi)).waitFor()
    await page.getByText(m['recap.desk.unchanged']({}, vi)).waitFor()
    expect(await button(page, m['recap.desk.publish-new']({}, vi)).count()).toBe(0)
    await reader.page.goto('/vi/events/told-day/recap')
    await reader.page.getByRole('heading', { name: 'Một chiều ở Harvard' }).waitFor()
    await reader.page.getByText(said.vi).waitFor()
    await reader.page.goto('/vi/events/told-day')
    await reader.page.getByRole('link', { name: m['recap.event.read']({}, vi) }).waitFor()
  })

  it('says what to look at again once a note says something else', async () => {
    const { page } = organizer
    const { revision } = quote
    const content = { ...contentOf(quote), text: write(corrected) }
    await saveNote(system(), { eventId, noteId: quote.id, revision, content })
    await page.goto(desk)
    await page.getByText(m['recap.stale.unapproved']({}, vi)).waitFor()
    await agree(corrected)
    await page.reload()
    await page.getByText(m['recap.stale.changed']({}, vi)).waitFor()
    await body(page).locator('figure.is-stale').waitFor()
    await expectGoodPage(organizer)
    await button(page, m['recap.stale.renew']({}, vi)).click()
    await body(page).locator('figure', { hasText: corrected.vi }).waitFor()
    await button(page, m['recap.desk.publish-new']({}, vi)).click()
    await page.getByText(m['recap.desk.published']({ number: 2 }, vi)).waitFor()
    await reader.page.goto('/vi/events/told-day/recap')
    await reader.page.getByText(corrected.vi).waitFor()
  })

  it('loses nothing without network, nor when somebody else saves', async () => {
    const { page, isOffline, mayBeRefused } = organizer
    await page.goto(desk)
    await body(page).waitFor()
    await isOffline(true)
    const lead = page.getByLabel(m['recap.desk.lead']({}, vi))
    await lead.fill('Viết khi mất mạng.')
    await state(page, m['recap.desk.away']({}, vi)).waitFor()
    await isOffline(false)
    await saved(page)
    await page.reload()
    await body(page).waitFor()
    expect(await lead.inputValue()).toBe('Viết khi mất mạng.')
    const revision = Number(await page.locator('input[name="revision"]').inputValue())
    await saveRecapText(system(), {
      eventId,
      kind: 'article',
      locale: 'vi',
      revision,
      title: 'Bản của Chi',
      lead: '',
      doc: docOf('Khác.'),
    })
    mayBeRefused(409)
    await lead.fill('Bản của tôi.')
    await page.getByText(m['recap.desk.clash']({ title: 'Bản của Chi' }, vi)).waitFor()
    await expectGoodPage(organizer)
    await button(page, m['recap.desk.keep-mine']({}, vi)).click()
    await saved(page)
    await page.reload()
    expect(await lead.inputValue()).toBe('Bản của tôi.')
  })

  it('is written as lines where there is no script', async () => {
    const plain = await comes({ script: false, width: 360 })
    await plain.page.context().addCookies(await organizer.page.context().cookies())
    const { page } = plain
    await page.goto(`${desk}?text=press-release&in=vi`)
    await page.getByLabel(m['recap.desk.headline']({}, vi)).fill('Thông cáo')
    await page.locator('textarea[name="lines"]').fill(`Mở đầu.\n\n## Lời nói\n\n[quote:${quote.id}]`)
    await button(page, m['organize.form.save']({}, vi)).click()
    await page.goto(`${desk}/preview?lang=vi`)
    await page.getByRole('heading', { name: 'Lời nói' }).waitFor()
    await plain.leaves()
  })

  it('leads to what can be seen again', async () => {
    const { page, mayBeRefused } = organizer
    await page.goto(desk)
    const label = m['recap.desk.recording']({}, vi)
    const title = page.getByLabel(m['organize.form.in-vietnamese']({ label }, vi))
    await title.fill('Phiên khai mạc')
    await page.getByLabel(m['recap.desk.url']({}, vi)).fill('phim.example')
    mayBeRefused(400)
    await button(page, m['recap.desk.add-recording']({}, vi)).click()
    await page.getByText(m['recap.desk.url-wrong']({}, vi)).waitFor()
    expect(await title.inputValue()).toBe('Phiên khai mạc')
    await page.getByLabel(m['recap.desk.url']({}, vi)).fill('https://phim.example/khai-mac')
    await button(page, m['recap.desk.add-recording']({}, vi)).click()
    await page.getByRole('link', { name: 'Phiên khai mạc' }).waitFor()
    await button(page, m['recap.desk.publish-new']({}, vi)).click()
    await page.getByText(m['recap.desk.published']({ number: 3 }, vi)).waitFor()
    await reader.page.goto('/vi/events/told-day/recap')
    const link = reader.page.getByRole('link', { name: 'Phiên khai mạc' })
    expect(await link.getAttribute('href')).toBe('https://phim.example/khai-mac')
  })

  it('is taken back from readers', async () => {
    const { page } = organizer
    await page.goto(desk)
    await button(page, m['recap.desk.unpublish']({}, vi)).click()
    await page.getByText(m['recap.desk.not-published']({}, vi)).waitFor()
    reader.mayBeRefused(404)
    const answer = await reader.page.goto('/vi/events/told-day/recap')
    expect(answer?.status()).toBe(404)
  })
})
