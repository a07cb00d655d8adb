import { expect, test } from 'vitest'
import { visitMemory } from './bursts.ts'
import { type VisitKind, visitKind } from './visit.ts'

const phone =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'
const oldPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Safari/604.1'
const browser = {
  method: 'GET',
  agent: phone,
  purpose: '',
  mode: 'navigate',
  dest: 'document',
  language: 'vi-VN,vi;q=0.9',
  accept: 'text/html,application/xhtml+xml',
}

test.each<[VisitKind, string, Partial<typeof browser>]>([
  ['person', 'a browser that goes to a page', {}],
  ['person', 'an older one, which does not say what it does', { agent: oldPhone, mode: '', dest: '' }],
  ['machine', 'who asks for the head alone', { method: 'HEAD' }],
  ['machine', 'a page that is fetched before anybody asked', { purpose: 'prefetch;prerender' }],
  ['machine', 'a browser that fetches it from a script', { mode: 'no-cors', dest: 'empty' }],
  ['machine', 'nobody who says who it is', { agent: '' }],
  [
    'machine',
    'a search engine',
    { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
  ],
  ['machine', 'a preview in a conversation', { agent: 'facebookexternalhit/1.1' }],
  ['machine', 'a scanner of mails', { agent: 'Mozilla/5.0 (Windows NT 10.0) BarracudaCentral Chrome/99' }],
  ['machine', 'a program', { agent: 'python-requests/2.32' }],
  ['unsure', 'a browser’s name without its reader’s language', { mode: '', dest: '', language: '' }],
  ['unsure', 'a name that nobody knows', { agent: 'Mozilla/5.0 (X11; Linux x86_64) Ladybird/1.0' }],
])('%s: %s', (kind, _, signs) => expect(visitKind({ ...browser, ...signs })).toBe(kind))

test('who opens a whole mail within seconds is a scanner, and what was counted of it is taken back', () => {
  const memory = visitMemory()
  expect(memory.judge('scanner', 'a', 'person', 1000)).toEqual({ kind: 'person', corrections: [] })
  expect(memory.judge('scanner', 'b', 'person', 2000)).toEqual({ kind: 'person', corrections: [] })
  const third = memory.judge('scanner', 'c', 'person', 3000)
  expect(third.kind).toBe('machine')
  expect(third.corrections.map(({ linkId, was, is }) => [linkId, was, is])).toEqual([
    ['a', 'person', 'machine'],
    ['b', 'person', 'machine'],
  ])
  expect(memory.judge('scanner', 'd', 'person', 4000)).toEqual({ kind: 'machine', corrections: [] })
})

test('whoever comes back within half an hour is no second person; a day later they are', () => {
  const memory = visitMemory()
  expect(memory.judge('reader', 'a', 'person', 0).kind).toBe('person')
  expect(memory.judge('reader', 'a', 'person', 60_000).kind).toBe('unsure')
  expect(memory.judge('other', 'a', 'person', 60_000).kind).toBe('person')
  expect(memory.judge('reader', 'b', 'person', 120_000).kind).toBe('person')
  expect(memory.judge('reader', 'a', 'person', 86_400_000).kind).toBe('person')
})

test('a memory that is full forgets those it heard of first', () => {
  const memory = visitMemory(2)
  for (const reader of ['x', 'y', 'z']) memory.judge(reader, 'a', 'person', 0)
  expect(memory.judge('z', 'a', 'person', 1).kind).toBe('unsure')
  expect(memory.judge('x', 'a', 'person', 1).kind).toBe('person')
})
