import { describe, expect, test } from 'vitest'
import { locales, mailKinds } from '#app/shared/vocabulary.ts'
import type { FactsOf } from './facts.ts'
import { renderMail } from './render.server.tsx'
import { sampleFacts, samplesOf } from './samples.ts'

describe.each(locales)('in %s', (locale) => {
  test.each(mailKinds)('%s is whole as text and as HTML, and fetches nothing', (kind) => {
    for (const facts of samplesOf(kind, locale)) {
      const { subject, html, text } = renderMail(kind, facts, locale)
      expect(subject).not.toMatch(/undefined|\{|\n/)
      expect(text).not.toMatch(/undefined|<\/?[a-z]|&[a-z]+;/)
      expect(html).toContain(`lang="${locale}"`)
      expect(html.replaceAll('src="cid:ticket@ban-tron"', '')).not.toMatch(/undefined|<link |url\(|src=/)
      for (const [picture] of html.matchAll(/<img[^>]*>/g)) expect(picture).toMatch(/ alt="[^"]{10,}"/)
      for (const [, href] of html.matchAll(/href="([^"]+)"/g))
        expect(text).toContain(href?.replaceAll('&amp;', '&'))
    }
  })
})

test('the roundtable in Boston is told in its own time, and in Vietnamese also at home', () => {
  const vi = renderMail('confirmed', sampleFacts('vi').confirmed, 'vi')
  expect(vi.text).toContain('Thứ Ba, 11 tháng 3, 2025, 18:00–20:00 (Boston)')
  expect(vi.text).toContain('Thứ Tư, 12 tháng 3, 2025, 05:00–07:00 (Việt Nam)')
  const en = renderMail('confirmed', sampleFacts('en').confirmed, 'en')
  expect(en.text).toContain('Tuesday, March 11, 2025, 6:00–8:00\u00a0PM (Boston)')
  expect(en.text).not.toMatch(/Vietnam\)|Thứ/)
})

test('a name is escaped in HTML and untouched in plain text', () => {
  const recipientName = 'Nguyễn "Tí", <x> & 🎬'
  const { html, text } = renderMail('confirmed', { ...sampleFacts('vi').confirmed, recipientName }, 'vi')
  expect(text).toContain(`Kính gửi ${recipientName},`)
  expect(html).toContain('Nguyễn &quot;Tí&quot;, &lt;x&gt; &amp; 🎬')
})

test('who ended a registration decides the words', () => {
  const facts = sampleFacts('en').cancelled
  const subjects = (['attendee', 'organizer', 'deadline', 'event', undefined] as const).map(
    (by) => renderMail('cancelled', { ...facts, by }, 'en').subject,
  )
  expect(new Set(subjects).size).toBe(5)
  const { event } = facts
  expect(renderMail('cancelled', facts, 'en').text).toContain(String(event.url))
  // A page that nobody can open is not linked.
  expect(renderMail('cancelled', { ...facts, event: { ...event, url: null } }, 'en').html).not.toContain(
    '/en/events/',
  )
  expect(renderMail('cancelled', { ...facts, by: 'organizer', reason: 'Too late.' }, 'en').text).toContain(
    'Too late.',
  )
})

test('a move says what was and what is', () => {
  const { text } = renderMail('changed', sampleFacts('en').changed, 'en')
  expect(text).toContain('New time: Tuesday, March 11, 2025')
  expect(text).toContain('Time before: Monday, March 10, 2025')
  expect(text).toContain('The place stays: ')
})

test('a mail that comes late says that something newer is true', () => {
  const facts = { ...sampleFacts('vi').confirmed, outdated: true }
  expect(renderMail('confirmed', facts, 'vi').text).toContain('Từ khi email này được viết')
})

test('the rules for the dark reach the mail as they are written', () => {
  const { html } = renderMail('confirmed', sampleFacts('vi').confirmed, 'vi')
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
  expect(style).toContain('body > table')
  expect(html).not.toMatch(/<style>[^<]*&(gt|lt|amp|quot|#x27);/)
})

describe.each(locales)('with long titles in %s', (locale) => {
  const long =
    'Bàn tròn điện ảnh Việt Nam – Hoa Kỳ về hợp tác sản xuất, phát hành và đào tạo trong kỷ nguyên trí tuệ nhân tạo, lần thứ mười hai'
  const lengthened = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lengthened)
    if (typeof value !== 'object' || value === null || value instanceof Date) return value
    const entries = Object.entries(value).map(([name, part]) => [
      name,
      name === 'text' ? long : lengthened(part),
    ])
    return Object.fromEntries(entries)
  }
  test.each(mailKinds)('the subject of %s is one that a mailbox shows, and the mail says all', (kind) => {
    for (const sample of samplesOf(kind, locale)) {
      const facts = lengthened(sample) as FactsOf[typeof kind]
      const { subject, text } = renderMail(kind, facts, locale)
      expect(subject.length).toBeLessThanOrEqual(100)
      expect(subject).not.toMatch(/\s…/)
      if (subject.includes('…') && kind !== 'sign-in') expect(text).toContain(long)
    }
  })
})

test('a new title alone is told as one', () => {
  const facts = sampleFacts('en').changed
  const { event } = facts
  const previous = { ...event, title: { text: 'Old title', lang: 'en' as const } }
  const { subject, text } = renderMail('changed', { ...facts, previous }, 'en')
  expect(subject).toBe(`New title: ${event.title.text}`)
  expect(text).toContain('Title before: Old title')
})

test('who is asked into an organization is told as what', () => {
  const { text } = renderMail('member-invited', sampleFacts('en')['member-invited'], 'en')
  expect(text).toContain('Ngô Phương Lan invites you to join Boston Global Forum')
  expect(text).toContain('Your role there: Door staff.')
  const inVietnamese = renderMail('member-invited', sampleFacts('vi')['member-invited'], 'vi').text
  expect(inVietnamese).toContain('Ngô Phương Lan mời bạn tham gia Boston Global Forum')
})

test('hours and places stay on one line without signs that mail programs draw as boxes', () => {
  const { html } = renderMail('confirmed', sampleFacts('vi').confirmed, 'vi')
  expect(html).toContain('<span style="white-space:nowrap">18:00–20:00</span>')
  expect(html).not.toContain('\u2060')
})
