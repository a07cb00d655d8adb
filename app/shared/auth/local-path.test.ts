import { describe, expect, it } from 'vitest'
import { localPath, ownPath } from './local-path.ts'

describe('the path after signing in', () => {
  it.each(['/organize', '/organize/events/friends/settings?tab=place', '/organize/events/new'])(
    'keeps %s',
    (to) => {
      expect(localPath(to)).toBe(to)
    },
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    '/sign-out',
    '/@evil.example\r\nSet-Cookie: a=b',
    '',
    null,
  ])('never leads to %s', (to) => {
    expect(localPath(to)).toBe('/organize')
  })

  it('is what the reader sees, not what a script asked for', () => {
    expect(ownPath('http://localhost/organize/events/a.data?_routes=x&q=1')).toBe('/organize/events/a?q=1')
    expect(ownPath('http://localhost/organize?_data=x')).toBe('/organize')
  })
})
