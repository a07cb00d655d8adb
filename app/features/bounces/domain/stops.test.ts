import { expect, test } from 'vitest'
import type { MailKind, SuppressionScope } from '#app/shared/vocabulary.ts'
import { type Stops, stopOf } from './stops.ts'

const until = new Date('2026-12-01T00:00:00Z')
const stops: Stops = {
  suppressed: new Map<string, Set<SuppressionScope>>([
    ['dead@example.org', new Set(['all'])],
    ['tired@example.org', new Set(['advertising'])],
  ]),
  paused: new Map([['slow.example', until]]),
}

test.each<[MailKind, string, string | undefined]>([
  ['confirmed', 'An@example.org', undefined],
  ['confirmed', 'dead@example.org', 'suppressed'],
  ['reminder', 'Dead@Example.ORG', 'suppressed'],
  ['confirmed', 'tired@example.org', undefined],
  ['reminder', 'tired@example.org', undefined],
  ['confirmed', 'an@SLOW.example', 'domain-paused'],
  ['confirmed', 'an@sub.slow.example', undefined],
  ['sign-in', 'dead@example.org', undefined],
  ['address-asked', 'dead@example.org', undefined],
  ['sign-in', 'an@slow.example', undefined],
])('%s to %s: %s', (kind, recipientEmail, why) => {
  expect(stopOf({ kind, recipientEmail }, stops)?.why).toBe(why)
})
