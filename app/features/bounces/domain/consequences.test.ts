import { expect, test } from 'vitest'
import type { BounceVerdict } from '#app/shared/vocabulary.ts'
import { consequenceOf, failsTooOften, type PastMail } from './consequences.ts'

const now = new Date('2026-11-29T12:00:00Z')
/** `x3` came back for a while three hours ago, `o30` was sent 30 hours ago and did not come back. */
function past(words: string): PastMail[] {
  const verdicts: Record<string, BounceVerdict | null> = {
    x: 'temporary',
    o: null,
    r: 'refused',
    u: 'unclear',
    c: 'complaint',
  }
  return words
    .split(' ')
    .filter(Boolean)
    .map((word) => ({
      at: new Date(now.getTime() - Number(word.slice(1)) * 3_600_000),
      verdict: verdicts[word[0] ?? ''] ?? null,
    }))
}

test.each([
  ['two', 'x1 x30', false],
  ['three', 'x1 x30 x60', true],
  ['three at once', 'x0 x0 x0', true],
  ['four over three weeks, the last three within two', 'x1 x100 x300 x500', true],
  ['three in fourteen days to the hour', 'x0 x100 x336', true],
  ['three in more than fourteen days', 'x0 x100 x337', false],
  ['one that arrived between', 'x1 x30 o40 x60', false],
  ['one that arrived before all of them', 'x1 x30 x60 o90', true],
  ['one that arrived after all of them, a day ago', 'o24 x30 x60 x90', false],
  ['one after all of them that may still come back', 'o23 x30 x60 x90', true],
  ['one between that came back later is no delivery: the order is that of the mails', 'x1 x2 x3', true],
  ['a refusal of us between says nothing of the mailbox', 'x1 r2 x30 x60', true],
  ['nor does what nobody understood', 'x1 u2 x30 x60', true],
  ['who complains has the mail', 'x1 c2 x30 x60', false],
  ['none', '', false],
] as const)('%s', (_, words, expected) => {
  expect(failsTooOften(past(words), now)).toBe(expected)
})

test.each([
  ['dead', '', { kind: 'suppress', scope: 'all', cause: 'dead' }],
  ['complaint', '', { kind: 'suppress', scope: 'advertising', cause: 'complaint' }],
  ['refused', 'x1 x2 x3', { kind: 'pause' }],
  ['temporary', 'x1', { kind: 'none' }],
  ['temporary', 'x1 x2 x3', { kind: 'suppress', scope: 'all', cause: 'temporary' }],
  ['unclear', 'u1 u2 u3 x4 x5 x6', { kind: 'none' }],
] as const)('%s after “%s”', (verdict, words, expected) => {
  expect(consequenceOf(verdict, past(words), now)).toEqual(expected)
})
