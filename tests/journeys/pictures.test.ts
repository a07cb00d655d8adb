import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { listRecapPictures } from '#app/features/recap/domain/pictures.server.ts'
import { docOf } from '#app/features/recap/domain/rich-text.ts'
import { m } from '#app/paraglide/messages.js'
import { write } from '#app/shared/i18n/translated-text.ts'
import { noteApproval } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { signInCookieOf } from '#tests/factories/requests.ts'
import { person } from '#tests/factories/speakers.ts'
import { runningApp } from '#tests/running-app.ts'
import { expectGoodPage } from './good-page.ts'
import { type Person, people } from './people.ts'

const app = await runningApp({ env: { WORKER: 'off' } })
const { comes } = people(app)
const vi = { locale: 'vi' } as const
const said = { vi: 'Điện ảnh là ký ức chung.', en: 'Film is our memory.' }
const home = '/organize/events/pictured-day/recap/pictures'
let made: Awaited<ReturnType<typeof event>>
let organizer: Person

beforeAll(async () => {
  const body = await organization()
  made = await event({ slug: 'pictured-day', hosts: [body] })
  organizer = await comes()
  const [cookie = '', value = ''] = (await signInCookieOf(await memberOf(body))).split('=')
  await organizer.page.context().addCookies([{ name: cookie, value, url: app.url }])
})

const photo = async (name: string, background: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1500, height: 1000, channels: 3, background } })
    .jpeg()
    .toBuffer(),
})

describe('pictures of an event', () => {
  it('are sent in, described in both languages, and put in order', async () => {
    const { page, mayBeRefused } = organizer
    await page.goto(home)
    await page.getByText(m['recap.pictures.empty']({}, vi)).waitFor()
    const files = page.getByLabel(m['recap.pictures.choose']({}, vi))
    const add = page.getByRole('button', { name: m['recap.pictures.add']({}, vi) })
    mayBeRefused(400)
    await files.setInputFiles({ name: 'loi.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('words') })
    await add.click()
    await page.getByText(m['recap.pictures.refused']({}, vi)).waitFor()
    await expectGoodPage(organizer)
    await files.setInputFiles([await photo('mot.jpg', '#8a1f2d'), await photo('hai.jpg', '#1f4b8a')])
    await add.click()
    await expect.poll(() => page.getByText(m['recap.pictures.alt-missing']({}, vi)).count()).toBe(2)
    await expectGoodPage(organizer)
    await page.getByRole('link', { name: m['recap.pictures.describe']({ number: 2 }, vi) }).click()
    await fill('Bàn tròn nhìn từ trên cao', 'The table seen from above')
    await expectGoodPage(organizer)
    await page.getByRole('button', { name: m['organize.form.save']({}, vi) }).click()
    await page.getByText(m['recap.pictures.ready']({}, vi)).waitFor()
    await page.getByRole('button', { name: m['recap.pictures.earlier']({ number: 2 }, vi) }).click()
    await expect
      .poll(() => page.locator('.picture-desk img').first().getAttribute('alt'))
      .toBe('Bàn tròn nhìn từ trên cao')
    const shown = await listRecapPictures(made.id)
    expect(shown.map((one) => one.alt.en)).toEqual(['The table seen from above'])
  })

  it('stand in the recap, which readers of both languages and on paper can read', async () => {
    await publish()
    for (const locale of ['vi', 'en'] as const) {
      const reader = await comes({ locale })
      await reader.page.goto(`/${locale}/events/pictured-day`)
      await expectGoodPage(reader)
      await reader.page.getByRole('link', { name: m['recap.event.read']({}, { locale }) }).click()
      await reader.page.getByRole('figure').getByText(said[locale]).waitFor()
      const picture = reader.page.locator('.recap-picture img').first()
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0)
      await expectGoodPage(reader)
      await reader.page.emulateMedia({ media: 'print' })
      expect(await reader.page.locator('nav:visible, .button:visible').count()).toBe(0)
    }
  })

  it('come with the press kit', async () => {
    const { page } = await comes()
    await page.goto('/vi/events/pictured-day/recap')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: m['recap.page.kit']({}, vi) }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.zip$/)
    expect(await download.failure()).toBeNull()
  })
})

async function fill(vietnamese: string, english: string) {
  const { page } = organizer
  const label = m['recap.pictures.alt-short']({}, vi)
  await page.getByLabel(m['organize.form.in-vietnamese']({ label }, vi)).fill(vietnamese)
  await page.getByLabel(m['organize.form.in-english']({ label }, vi)).fill(english)
  const credit = m['organize.form.in-vietnamese']({ label: m['recap.pictures.credit']({}, vi) }, vi)
  await page.getByLabel(credit).fill('VFDA')
}

/** A recap that shows the picture and a quote that its speaker agreed to. */
async function publish() {
  const speaker = await person({ name: 'Ngô Phương Lan' })
  const quote = await noteOf(made, { kind: 'quote', personId: speaker.id, text: write(said) })
  for (const locale of ['vi', 'en'] as const) {
    const verdict = { noteId: quote.id, locale, words: said[locale], verdict: 'approved' as const }
    await database()
      .insert(noteApproval)
      .values({ ...verdict, way: 'page', actorName: speaker.name, at: new Date() })
  }
  const pictures = await listRecapPictures(made.id)
  const doc = (words: string) => ({
    type: 'doc',
    content: [
      ...(docOf(words).content ?? []),
      { type: 'quote', attrs: { noteId: quote.id, words: '' } },
      { type: 'picture', attrs: { pictureId: pictures[0]?.id } },
    ],
  })
  const { name } = speaker
  await publishedRecap(made, {
    pictures,
    notes: [
      {
        id: quote.id,
        kind: 'quote',
        personId: speaker.id,
        name,
        honorific: {},
        position: {},
        words: said,
      },
    ],
    texts: {
      article: {
        vi: { title: 'Một buổi chiều quanh bàn tròn', lead: 'Chín người.', doc: doc('Mở đầu.') },
        en: { title: 'An afternoon at the table', lead: 'Nine people.', doc: doc('It began.') },
      },
      'press-release': {},
    },
  })
}
