import { expect, test } from 'vitest'
import { calendarLinks, subscription } from './calendar-links.ts'

const item = {
  title: 'Bàn tròn & bạn bè + phim',
  startsAt: new Date('2025-03-11T13:00:00Z'),
  endsAt: new Date('2025-03-11T21:30:00Z'),
  place: 'Loeb House, Cambridge',
  page: 'https://example.org/vi/events/ban-tron',
}

test('Google reads back what was said, in UTC', () => {
  const url = new URL(calendarLinks(item).google)
  expect(url.origin).toBe('https://calendar.google.com')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: item.title,
    dates: '20250311T130000Z/20250311T213000Z',
    details: item.page,
    location: item.place,
  })
})

test.each(['outlook', 'office'] as const)(
  '%s reads back what was said, without a plus for a space',
  (where) => {
    const address = calendarLinks(item)[where]
    expect(address).not.toContain('+')
    const said = new URL(address).searchParams
    expect(said.get('subject')).toBe(item.title)
    expect(said.get('startdt')).toBe('2025-03-11T13:00:00.000Z')
    expect(said.get('enddt')).toBe('2025-03-11T21:30:00.000Z')
    expect(said.get('location')).toBe(item.place)
  },
)

test('a feed is subscribed to under its own scheme', () => {
  expect(subscription('https://example.org/a.ics?lang=vi')).toBe('webcal://example.org/a.ics?lang=vi')
})
