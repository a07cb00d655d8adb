import { expect, it } from 'vitest'
import { bodyRule } from './body-rules.ts'

it.each([
  ['/vi/events/danaff/register', 'form', 1],
  ['/inbound/mail', 'bytes', 1],
  ['/inbound/mail/more', 'form', 1],
  ['/organize/events/danaff/agenda/import', 'form', 6],
  ['/organize/events/danaff/agenda/import.data', 'form', 6],
  ['/organize/events/danaff/people/x/portrait', 'form', 13],
  ['/speaking/token/slides', 'form', 25],
  ['/speaking/token/uploads/x/parts', 'bytes', 4],
])('%s takes a %s of %i MB', (path, holds, megabytes) => {
  expect(bodyRule(path)).toEqual({ holds, limit: megabytes * 1024 * 1024 })
})
