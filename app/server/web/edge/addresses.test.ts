import { expect, test } from 'vitest'
import { preferredLocale } from '../pages/reader-language.ts'
import { cacheKey, isPrivatePath, isPublicPath } from '../public-paths.ts'
import { codingFor } from '../ready-answer.server.ts'
import { trustedProxies } from '../web-server.server.ts'
import { maskedPath } from './masked-path.ts'
import { sourceOf } from './source.ts'

test.each([
  ['/registrations/aBc-123', '/registrations/***'],
  ['/registrations/aBc-123.data?_routes=x', '/registrations/***'],
  ['/registrations/aBc/calendar.ics', '/registrations/***/calendar.ics'],
  ['/Registrations/aBc', '/Registrations/***'],
  ['/registration%73/aBc', '/registrations/***'],
  ['/registrations/mailed', '/registrations/mailed'],
  ['/sign-in/link/abc', '/sign-in/link/***'],
  ['/unsubscribe/abc', '/unsubscribe/***'],
  ['/memberships/abc', '/memberships/***'],
  ['/speaking/abc/calendar.ics', '/speaking/***/calendar.ics'],
  ['/organize/events/x/registrations?q=an@example.org', '/organize/events/x/registrations'],
])('the log shows %s as %s', (url, masked) => expect(maskedPath(url)).toBe(masked))

test.each([
  ['/vi', '/vi'],
  ['/vi/events/table?utm_source=a&fbclid=b', '/vi/events/table'],
  ['/events/table/agenda.ics?lang=en', '/events/table/agenda.ics?lang=en'],
  ['/vi/events/table/agenda?by=grid', '/vi/events/table/agenda?by=grid'],
  ['/vi/events/table/agenda?by=time', null],
  ['/vi/events/table/agenda?by=grid&q=x', null],
  ['/vi/events/table?by=grid', null],
  ['/vi/', null],
  ['/vi/Events/table', null],
  ['/vi/%65vents/table', null],
  ['/vi/events//table', null],
  ['/vi/events/table.data', null],
  ['/vi?x=1', null],
  ['/events.ics?lang=vi&lang=en', null],
  ['/organize', null],
])('%s is kept under %s', (path, key) => expect(cacheKey(new URL(path, 'http://x'))).toBe(key))

test('public and private addresses', () => {
  for (const path of ['/vi', '/en/events/x', '/vi.data', '/sitemap.xml', '/embed/events/x'])
    expect(isPublicPath(path)).toBe(true)
  for (const path of ['/', '/via', '/organize', '/events/x', '/registrations/x'])
    expect(isPublicPath(path)).toBe(false)
  for (const path of ['/organize', '/sign-in/code', '/registrations/x', '/memberships/x'])
    expect(isPrivatePath(path)).toBe(true)
  expect(isPrivatePath('/vi/events/x')).toBe(false)
})

test.each([
  ['vi', 'vi'],
  ['en-US,en;q=0.9', 'en'],
  ['fr;q=1, en;q=0.1, vi-VN;q=0.8', 'vi'],
  ['en;q=0, vi;q=0.001', 'vi'],
  ['de, fr', null],
  ['en;q=nonsense', null],
  ['', null],
])('Accept-Language %s asks for %s', (header, locale) => expect(preferredLocale(header)).toBe(locale))

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0', 'gzip'],
  ['identity', 'identity'],
  ['brand', 'identity'],
])('Accept-Encoding %s takes %s', (header, coding) => expect(codingFor(header)).toBe(coding))

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:1:a:b:c:d', '2001:db8:0:1::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, 'unknown'],
])('%s is counted as %s', (address, source) => expect(sourceOf(address)).toBe(source))

test('TRUST_PROXY has the meaning Express gives it', () => {
  expect([undefined, '2', 'true', 'loopback', '10.0.0.0/8'].map(trustedProxies)).toEqual([
    false,
    2,
    true,
    'loopback',
    '10.0.0.0/8',
  ])
})
