import { expect, test } from 'vitest'
import { describeError } from './log.server.ts'

test('a logged error keeps where and what kind, and loses every value', () => {
  const cause = Object.assign(new Error('invalid input syntax for type uuid: "an@example.org"'), {
    code: '22P02',
    detail: 'Key (email)=(an@example.org) already exists.',
  })
  const error = new Error('Failed query: select $1\nparams: an@example.org,secret', { cause })
  const shown = describeError(error)
  expect(shown).toMatchObject({ type: 'Error', cause: { code: '22P02' } })
  expect(JSON.stringify(shown)).not.toMatch(/example|secret/)
  expect(String(shown.stack)).toMatch(/^\s+at /)
  expect(JSON.stringify(describeError(new Error('mail to an@example.org failed')))).not.toContain('example')
})
