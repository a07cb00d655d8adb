import { expect, it } from 'vitest'
import { bodyRule, megabytesOf } from './body-rules.ts'

it.each([
  ['/vi/events/danaff/register', 'form', 1, 1],
  ['/inbound/mail', 'bytes', 1, 1],
  ['/inbound/mail/more', 'form', 1, 1],
  ['/organize/events/danaff/agenda/import', 'form', 6, 5],
  ['/organize/events/danaff/agenda/import.data', 'form', 6, 5],
  ['/organize/events/danaff/films/import', 'form', 6, 5],
  ['/organize/events/danaff/people/x/portrait', 'form', 13, 12],
  ['/speaking/token/slides', 'form', 26, 25],
  ['/speaking/token/uploads/x/parts', 'bytes', 4, 4],
])('%s takes a %s of %i MB, and says %i MB', (path, holds, megabytes, said) => {
  expect(bodyRule(path)).toMatchObject({ holds, limit: megabytes * 1024 * 1024 })
  expect(megabytesOf(bodyRule(path))).toBe(said)
})
