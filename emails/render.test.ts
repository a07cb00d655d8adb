import { describe, expect, test } from 'vitest'
import { locales, mailKinds } from '#app/shared/vocabulary.ts'
import { renderMail } from './render.server.tsx'
import { sampleFacts } from './samples.ts'

describe.each(locales)('in %s', (locale) => {
  test.each(mailKinds)('%s is whole as text and as HTML, and fetches nothing', (kind) => {
    const { subject, html, text } = renderMail(kind, sampleFacts(locale)[kind], locale)
    expect(subject).not.toMatch(/undefined|\{|\n/)
    expect(text).not.toMatch(/undefined|<\/?[a-z]|&[a-z]+;/)
    expect(html).toContain(`lang="${locale}"`)
    expect(html).not.toMatch(/undefined|<img|<link |url\(|src=/)
    for (const [, href] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(href)
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
  expect(renderMail('confirmed', facts, 'vi').text).toContain('Từ khi thư này được viết')
})
