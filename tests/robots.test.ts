import { expect, test } from 'vitest'
import { loader } from '#app/features/events/feeds/robots.ts'
import { securityHeaders } from '#app/server/web/edge/security-headers.ts'

const closed = (await loader().text())
  .split('\n')
  .flatMap((line) => (line.startsWith('Disallow: ') ? [line.slice('Disallow: '.length)] : []))

test.each([
  '/registrations/token/calendar.ics',
  '/registrations/token/agenda.ics',
  '/speaking/token/calendar.ics',
])('calendar services may fetch %s, search engines may not keep it', (path) => {
  expect(closed.filter((prefix) => path.startsWith(prefix))).toEqual([])
  const headers = securityHeaders(path)
  expect(headers[headers.indexOf('X-Robots-Tag') + 1]).toContain('noindex')
})

test('desks stay closed', () => {
  expect(closed).toContain('/organize')
})
