import { expect, test } from 'vitest'
import { ownPageOf } from './own-page.ts'

test.each([
  ['/registrations/abc/acceptance', 409, '/registrations/abc'],
  ['/registrations/abc/sessions/s/seat', 429, '/registrations/abc'],
  ['/speaking/abc/slides', 413, '/speaking/abc'],
  ['/registrations/abc/acceptance', 404, undefined],
  ['/registrations/abc', 409, undefined],
  ['/registrations/abc/', 409, undefined],
  ['/registrations//acceptance', 409, undefined],
  ['/vi/events/registrations/abc/x', 409, undefined],
  ['/organize/registrations/abc/x', 409, undefined],
])('what is refused at %s with %i leads to %s', (pathname, status, page) => {
  expect(ownPageOf(pathname, status)).toBe(page)
})
