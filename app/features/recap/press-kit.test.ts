import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { note, noteApproval } from '#db/schema/index.ts'
import type { RichNode } from '#db/schema/recap-content.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { first, nextNumber } from '#tests/factories/numbers.ts'
import { publishedRecap } from '#tests/factories/recaps.ts'
import { person } from '#tests/factories/speakers.ts'
import { addPicture } from './domain/edit-pictures.server.ts'
import { listRecapPictures } from './domain/pictures.server.ts'
import { findPublishedRecap } from './domain/published-recap.server.ts'
import { captionLine } from './press-kit/kit-html.server.tsx'
import { pressKit } from './press-kit/press-kit.server.ts'
import * as kitRoute from './press-kit-file.ts'

await testDatabase()

const said = { vi: 'Điện ảnh là cây cầu.', en: 'Film is a bridge.' }
const photo = () =>
  sharp({ create: { width: 1800, height: 1200, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()

/** An event with a picture, a quote that was approved in both languages, and a recap that shows both. */
async function told() {
  const of = await event({ publishedAt: new Date() })
  const speaker = await person({ name: 'Đặng Hoàng Giang' })
  const [quote] = await database()
    .insert(note)
    .values({
      eventId: of.id,
      kind: 'quote',
      personId: speaker.id,
      saidAt: of.startsAt,
      text: write(said),
      authorName: 'test',
    })
    .returning()
  const { id: noteId } = first(quote ? [quote] : [])
  for (const locale of ['vi', 'en'] as const) {
    const words = said[locale]
    await verdict(noteId, locale, words, 'approved')
  }
  const words = {
    caption: { vi: 'Quanh bàn', en: 'At the table' },
    alt: { vi: 'Chín người', en: 'Nine people' },
  }
  const credit = { vi: 'Ảnh: VFDA', en: 'Photo: VFDA' }
  await addPicture(system(), { eventId: of.id, image: await photo(), words: { ...words, credit } })
  const pictures = await listRecapPictures(of.id)
  const doc = (greeting: string): RichNode => ({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: greeting }] },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'a < b & "c" \u0001*d*', marks: [{ type: 'bold' }] }],
      },
      { type: 'quote', attrs: { noteId, words: 'what the editor had' } },
      { type: 'picture', attrs: { pictureId: pictures[0]?.id ?? '' } },
      { type: 'orderedList', content: [item('một'), item('hai')] },
    ],
  })
  const text = (title: string, greeting: string) => ({ title, lead: `${title}: lead`, doc: doc(greeting) })
  const texts = { vi: text('Bàn tròn', 'Mở đầu'), en: text('Roundtable', 'Opening') }
  await publishedRecap(of, {
    texts: { article: texts, 'press-release': { vi: texts.vi } },
    notes: [
      {
        id: noteId,
        kind: 'quote',
        personId: speaker.id,
        name: speaker.name,
        words: said,
        honorific: write({ vi: 'Đại sứ', en: 'Ambassador' }),
        position: {},
      },
    ],
    pictures,
  })
  return { of, noteId, slug: of.slug }
}

const item = (text: string): RichNode => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

async function verdict(noteId: string, locale: 'vi' | 'en', words: string, given: 'approved' | 'refused') {
  const at = new Date(Date.UTC(2026, 0, 1) + nextNumber() * 1000)
  const row = { noteId, locale, words, verdict: given, way: 'page' as const, actorName: 'x', at }
  await database().insert(noteApproval).values(row)
}

async function kitOf(slug: string) {
  const of = await getPublicEvent(slug)
  const recap = await findPublishedRecap(of.id)
  if (!recap) throw new Error('no recap')
  return unzipSync(await pressKit(of, recap))
}

const wordText = (docx: Uint8Array | undefined) => {
  const parts = unzipSync(docx ?? new Uint8Array())
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(new XMLParser().parse(xml)).toHaveProperty('w:document')
  return { parts: Object.keys(parts), xml, text: xml.replace(/<[^>]+>/g, '|') }
}

test('the kit holds every text in every language and every form, and the pictures', async () => {
  const { slug } = await told()
  const files = await kitOf(slug)
  const names = Object.keys(files).map((name) => name.replace(`${slug}/`, ''))
  const forms = ['html', 'md', 'docx', 'pdf']
  for (const at of ['vi/article', 'en/article', 'vi/press-release']) {
    for (const form of forms) expect(names).toContain(`${at}.${form}`)
  }
  expect(names).not.toContain('en/press-release.md')
  const [picture = ''] = names.filter((name) => /^pictures\/01-[0-9a-f]{8}\.jpg$/.test(name))
  expect(await sharp(files[`${slug}/${picture}`]).metadata()).toMatchObject({ format: 'jpeg', width: 1800 })
  expect(strFromU8(files[`${slug}/pictures/captions.txt`] ?? new Uint8Array())).toContain(
    'vi: Quanh bàn © Ảnh: VFDA',
  )
  expect(strFromU8((files[`${slug}/vi/article.pdf`] ?? new Uint8Array()).slice(0, 5))).toBe('%PDF-')
})

test('each form says the same words, escaped as it needs', async () => {
  const { slug } = await told()
  const files = await kitOf(slug)
  const markdown = strFromU8(files[`${slug}/vi/article.md`] ?? new Uint8Array())
  expect(markdown).toMatch(
    /^# Bàn tròn\n\n\*\*Bàn tròn: lead\*\*\n\n[^\n]*\d{4}[^\n]* · [^\n]+\n\n## Mở đầu\n/,
  )
  expect(markdown).toContain('## Mở đầu\n\n**a \\< b \\& "c" ')
  expect(markdown).toMatch(/\n\n---\n\nBàn tròn điện ảnh/)
  expect(markdown).toContain('> “Điện ảnh là cây cầu.”\n>\n> — Đại sứ Đặng Hoàng Giang\n')
  expect(markdown).toMatch(
    /!\[Chín người\]\(\.\.\/pictures\/01-[0-9a-f]{8}\.jpg\)\n\n\*Quanh bàn © Ảnh: VFDA\*/,
  )
  expect(markdown).toContain('1. một\n2. hai')
  const html = strFromU8(files[`${slug}/en/article.html`] ?? new Uint8Array())
  expect(html).toContain('<html lang="en">')
  expect(html).toContain('<strong>a &lt; b &amp; ')
  expect(html).toContain('Film is a bridge.')
  expect(html).toContain('At the table © Photo: VFDA')
  expect(html).not.toContain('Ảnh: VFDA')
  expect(html).toMatch(/<img src="\.\.\/pictures\/01-[0-9a-f]{8}\.jpg" alt="Nine people"/)
  const { text, parts, xml } = wordText(files[`${slug}/vi/article.docx`])
  // The line of a picture grows with it, or Word cuts it to a strip.
  const [line = ''] = /<w:p>(?:(?!<w:p>).)*<w:drawing>/s.exec(xml) ?? []
  expect(line).toContain('w:lineRule="auto"')
  expect(line).toContain('<w:keepNext')
  expect(text).toContain('|“Điện ảnh là cây cầu.”|')
  expect(text).toContain('|— Đại sứ Đặng Hoàng Giang|')
  expect(text).toContain('|Quanh bàn © Ảnh: VFDA|')
  const english = wordText(files[`${slug}/en/article.docx`])
  expect(english.text).toContain('|At the table © Photo: VFDA|')
  expect(parts.some((part) => /^word\/media\/.+\.jpg$/.test(part))).toBe(true)
  for (const form of [markdown, html, text]) expect(form).not.toContain('what the editor had')
})

test('words that were refused later are in nothing of it, in that language', async () => {
  const { slug, noteId } = await told()
  await verdict(noteId, 'vi', said.vi, 'refused')
  const files = await kitOf(slug)
  const all = Object.entries(files).map(([name, bytes]) =>
    name.endsWith('.docx') ? wordText(bytes).text : strFromU8(bytes),
  )
  expect(all.join('\n')).not.toContain('cây cầu')
  expect(strFromU8(files[`${slug}/en/article.md`] ?? new Uint8Array())).toContain('Film is a bridge.')
})

test('a credit in one language alone is that of both', () => {
  const caption = { vi: 'Quanh bàn', en: 'At the table' }
  expect(captionLine({ caption, credit: { vi: 'VFDA' } }, 'en')).toBe('At the table © VFDA')
})

test('the address gives a file to keep; without a recap there is none', async () => {
  const { slug } = await told()
  const ask = (name: string, headers: HeadersInit = {}) =>
    withRequestStore({ requestId: 't', source: '192.0.2.9', locale: 'vi', nonce: '' }, () =>
      kitRoute.loader({
        request: new Request('http://localhost:3000/x', { headers }),
        params: { lang: 'vi', event: name },
        context: {},
      }),
    )
  const answer = await ask(slug)
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${slug}-press-kit.zip"`)
  expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  const again = await ask(slug, { 'If-None-Match': answer.headers.get('ETag') ?? '' })
  expect(again.status).toBe(304)
  const other = await event({ publishedAt: new Date() })
  await expect(ask(other.slug)).rejects.toMatchObject({ code: 'recap-missing' })
})
