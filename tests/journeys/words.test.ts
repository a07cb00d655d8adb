import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { listPublicNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { m } from '#app/paraglide/messages.js'
import { write } from '#app/shared/i18n/translated-text.ts'
import { outbox } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person, session, version } from '#tests/factories/speakers.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const en = { locale: 'en' } as const
const said = { vi: 'Điện ảnh là ký ức chung.', en: 'Film is our memory.' }
const corrected = 'Cinema is the memory we share.'
const approvals = '/organize/events/spoken-words/notes/approvals'
let eventId = ''
let link = ''
let organizer: Person

beforeAll(async () => {
  const body = await organization()
  const made = await event({ slug: 'spoken-words', hosts: [body] })
  eventId = made.id
  const speaker = await person({ name: 'Ngô Phương Lan', locale: 'vi' })
  const talk = await session(made, [speaker])
  await version(made, 1, talk)
  const at = { sessionId: talk.id, personId: speaker.id }
  await noteOf(made, { ...at, kind: 'quote', text: write(said) })
  await noteOf(made, { ...at, text: write({ vi: 'Câu này chỉ nói riêng.' }), offRecord: true })
  await noteOf(made, { sessionId: talk.id, guestName: 'Jean Dupont', text: write({ en: 'We shall come.' }) })
  await noteOf(made, { kind: 'action', ownerId: speaker.id, text: write({ vi: 'Gửi bản phim lưu trữ' }) })
  const row = (await withTransaction((tx) => ensureSpeaking(tx, eventId, [speaker.id]))).get(speaker.id)
  if (!row) throw new Error('The speaker has no link.')
  link = `/speaking/${speakingToken.person(row)}`
  organizer = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await organizer.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

/** What readers may see of what was said; what was taken on is free of approval. */
const shown = async () =>
  (await listPublicNotes(eventId)).filter((one) => one.kind !== 'action').map((one) => one.words)

describe('words that were written down', () => {
  it('are sent by an organizer to who said them', async () => {
    const { page } = organizer
    await page.goto('/organize/events/spoken-words/notes')
    await page.getByRole('link', { name: m['notes.approvals.title']({}, vi) }).click()
    await page.getByText(said.vi).waitFor()
    await expectGoodPage(organizer)
    await page.getByRole('button', { name: m['notes.approvals.ask']({ name: 'Ngô Phương Lan' }, vi) }).click()
    await page.getByText(m['notes.approvals.asked']({ count: 1 }, vi)).waitFor()
    const mails = await database()
      .select()
      .from(outbox)
      .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, 'words-to-confirm')))
    expect(mails).toHaveLength(1)
    expect(await shown()).toEqual([])
  })

  it('are approved and corrected by the speaker, each language by itself, without script', async () => {
    const { page } = await comes({ width: 360, script: false })
    await page.goto(link)
    await page.getByRole('link', { name: m['notes.words.link']({}, vi) }).click()
    await page.getByText(m['notes.words.open']({ count: 2 }, vi)).waitFor()
    expect(await page.getByText('Câu này chỉ nói riêng.').count()).toBe(0)
    const vietnamese = page.getByRole('form', { name: m['notes.words.in-vietnamese']({}, vi) })
    await vietnamese.getByRole('button', { name: m['notes.words.approve']({}, vi) }).click()
    await page.getByText(m['notes.words.saved']({}, vi)).waitFor()
    expect(await shown()).toEqual([{ vi: said.vi }])
    const english = page.getByRole('form', { name: m['notes.words.in-english']({}, vi) })
    await english.getByRole('textbox').fill(corrected)
    await english.getByRole('button', { name: m['notes.words.approve']({}, vi) }).click()
    await page.getByText(m['notes.words.all-answered']({}, vi)).waitFor()
    expect(await shown()).toEqual([{ vi: said.vi, en: corrected }])
  })

  it('stay in the language that the speaker reads in, and can be withdrawn', async () => {
    const speaker = await comes({ width: 360 })
    const { page } = speaker
    await page.goto(`${link}/words?lang=en`)
    await expectGoodPage(speaker)
    const vietnamese = page.getByRole('form', { name: m['notes.words.in-vietnamese']({}, en) })
    await vietnamese.getByRole('button', { name: m['notes.words.refuse']({}, en) }).click()
    await page.getByText(m['notes.words.saved']({}, en)).waitFor()
    expect(await shown()).toEqual([{ en: corrected }])
    await page.getByRole('button', { name: m['notes.words.mark-done']({}, en) }).click()
    await page.getByText(m['notes.words.done']({}, en), { exact: true }).waitFor()
    await expectGoodPage(speaker)
  })

  it('of a guest without a page are answered for by an organizer, with a reason', async () => {
    const { page, mayBeRefused } = organizer
    await page.goto(approvals)
    const guest = page.getByRole('region', { name: 'Jean Dupont' })
    const answer = async (reason: string) => {
      const folded = guest.locator('details:not([open]) > summary')
      if (await folded.count()) await folded.click()
      await guest.getByLabel(m['notes.approvals.reason']({}, vi)).fill(reason)
      await guest.getByRole('button', { name: m['notes.approvals.approve']({}, vi) }).click()
    }
    mayBeRefused(400)
    await answer('')
    await guest.getByText(m['shared.refusal.approval-reason-missing']({}, vi)).waitFor()
    await expectGoodPage(organizer)
    await answer('Đồng ý qua điện thoại')
    await guest.getByText(m['notes.approvals.state-approved']({}, vi)).waitFor()
    expect(await shown()).toContainEqual({ en: 'We shall come.' })
  })
})
