import { expect, test } from 'vitest'
import { hasTag, mailboxKey } from './mailbox-key.ts'

test.each([
  ['me+1@example.org', 'me@example.org'],
  [' Me+a+b@Example.org', 'me@example.org'],
  ['me@example.org', 'me@example.org'],
  ['+me@example.org', '+me@example.org'],
  ['no address', 'no address'],
])('mail to %s comes to %s', (address, mailbox) => {
  expect(mailboxKey(address)).toBe(mailbox)
  expect(hasTag(address)).toBe(mailbox !== address.trim().toLowerCase())
})
