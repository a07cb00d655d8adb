import { describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { loader } from './agenda-pdf.ts'

await testDatabase()

const ask = (slug: string, lang: string) =>
  withRequestStore({ requestId: 't', source: '192.0.2.1', locale: 'vi', nonce: '' }, () =>
    loader({
      request: new Request(`http://localhost:3000/${lang}/events/${slug}/agenda.pdf`),
      params: { lang, event: slug },
      context: {},
    }),
  )

describe('the programme as PDF', () => {
  it.each(['vi', 'en'])('is a document that is kept until the event changes (%s)', async (lang) => {
    const made = await event()
    const { id } = await addPerson(system(), { eventId: made.id, name: 'Ngô Phương Lan' })
    for (let from = 0; from < 90; from += 30) {
      const session = await sessionOf(made, { from })
      await addAppearance(system(), { sessionId: session.id, personId: id, role: 'speaker' })
    }
    await publishAgenda(system(), { eventId: made.id })
    const answer = await ask(made.slug, lang)
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    expect(answer.headers.get('Content-Language')).toBe(lang)
    expect(answer.headers.get('Page-Tags')).toBe(`event:${made.id}`)
    const file = Buffer.from(await answer.arrayBuffer())
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    // Its fonts are in it, and no other.
    const fonts = file.toString('latin1').match(/\/BaseFont \/[\w+-]+/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((name) => !name.includes('BeVietnamPro'))).toEqual([])
  })

  it('draws other scripts in fonts of their own, and says title, language and hosts', async () => {
    const made = await event({ title: write({ vi: 'Điện ảnh Привет مرحبا', en: 'สวัสดี 简体 한국 🎬' }) })
    const file = async (lang: string) =>
      Buffer.from(await (await ask(made.slug, lang)).arrayBuffer()).toString('latin1')
    const [vi, en] = [await file('vi'), await file('en')]
    for (const name of ['NotoSans-Regular', 'NotoSansArabic']) expect(vi.includes(name)).toBe(true)
    for (const name of ['NotoSansThai', 'NotoSansHans', 'NotoSansKR', 'NotoEmoji'])
      expect(en.includes(name)).toBe(true)
    expect(vi.includes('/Lang (vi)')).toBe(true)
    for (const entry of ['/Title', '/Author', '/DisplayDocTitle true']) expect(en.includes(entry)).toBe(true)
  })

  it('is there before anything is published, and not for an event that is not', async () => {
    const made = await event()
    expect((await ask(made.slug, 'vi')).status).toBe(200)
    const hidden = await event({ publishedAt: null })
    await expect(ask(hidden.slug, 'vi')).rejects.toMatchObject({ kind: 'missing' })
  })
})
