import { expect, test } from 'vitest'
import { visitKeys, visitMemory } from './bursts.ts'
import { type VisitKind, visitKind, visitSigns } from './visit.ts'

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
  isSecure: true,
}

test.each<[VisitKind, string, Partial<typeof browser>]>([
  ['person', 'a browser that goes to a page', {}],
  ['person', 'an older one, which does not say what it does', { agent: oldPhone, mode: '', dest: '' }],
  ['person', 'a page inside an app', { agent: oldPhone.replace(/Version.*/, 'Mobile/15E148 Zalo iOS/25.8') }],
  ['person', 'a browser without https, which says nothing then', { mode: '', dest: '', isSecure: false }],
  ['unsure', 'a new browser’s name over https without what it would say', { mode: '', dest: '' }],
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

/** Judges one visit after the other; each is an address, a link and the second of its request. */
function judging(memory = visitMemory()) {
  return (address: string, linkId: string, at: number, more: { agent?: string; isHead?: boolean } = {}) => {
    const keys = visitKeys(address, more.agent ?? 'Safari', (text) => text)
    const isHead = more.isHead ?? false
    const kind = isHead ? 'machine' : 'person'
    return memory.judge({ ...keys, linkId, kind, isHead, now: at * 1000 })
  }
}

test('what opens a whole mail within seconds is a scanner, and what was counted of it is taken back', () => {
  const judge = judging()
  expect(judge('192.0.2.1', 'a', 1)).toEqual({ kind: 'person', corrections: [] })
  expect(judge('192.0.2.2', 'b', 2)).toEqual({ kind: 'person', corrections: [] })
  const third = judge('192.0.2.3', 'c', 3)
  expect(third.kind).toBe('machine')
  expect(third.corrections.map(({ linkId, was, is }) => [linkId, was, is])).toEqual([
    ['a', 'person', 'machine'],
    ['b', 'person', 'machine'],
  ])
  expect(judge('192.0.2.1', 'd', 4)).toEqual({ kind: 'machine', corrections: [] })
  // Another browser of that network is no part of it.
  expect(judge('192.0.2.1', 'd', 5, { agent: 'Firefox' }).kind).toBe('person')
})

test('what looked at the head before is a scanner, from whatever address of its network', () => {
  const judge = judging()
  expect(judge('192.0.2.1', 'a', 1, { isHead: true }).kind).toBe('machine')
  expect(judge('192.0.2.9', 'a', 3, { agent: 'Edge' }).kind).toBe('machine')
  expect(judge('192.0.2.9', 'b', 4, { agent: 'Edge' }).kind).toBe('person')
  expect(judge('198.51.100.9', 'a', 4).kind).toBe('person')
  expect(judge('192.0.2.1', 'a', 90).kind).toBe('person')
})

test('whoever comes back within half an hour is no second person; a day later they are', () => {
  const judge = judging()
  expect(judge('192.0.2.1', 'a', 0).kind).toBe('person')
  expect(judge('192.0.2.1', 'a', 60).kind).toBe('unsure')
  expect(judge('192.0.2.2', 'a', 60).kind).toBe('person')
  expect(judge('192.0.2.1', 'b', 120).kind).toBe('person')
  expect(judge('192.0.2.1', 'a', 86_400).kind).toBe('person')
})

test('in a hall behind one address, one name of a browser is many people; a press twice is one', () => {
  const judge = judging()
  for (const agent of ['Chrome', 'Firefox', 'Edge', 'Safari'])
    expect(judge('192.0.2.1', 'poster', 1, { agent }).kind).toBe('person')
  expect(judge('192.0.2.1', 'poster', 2).kind).toBe('unsure')
  expect(judge('192.0.2.1', 'poster', 30).kind).toBe('person')
  expect(judge('192.0.2.1', 'poster', 60).kind).toBe('person')
})

test('a memory that is full forgets those it heard of first', () => {
  const judge = judging(visitMemory(2))
  for (const address of ['192.0.2.1', '198.51.100.1', '203.0.113.1']) judge(address, 'a', 0)
  expect(judge('203.0.113.1', 'a', 1).kind).toBe('unsure')
  expect(judge('192.0.2.1', 'a', 1).kind).toBe('person')
})

test('signs are read from the headers of a request, and networks from its address', () => {
  const headers = { 'user-agent': phone, 'sec-purpose': 'prefetch', 'x-moz': undefined }
  expect(visitSigns('GET', headers, true)).toMatchObject({ agent: phone, language: '' })
  expect(visitKind(visitSigns('GET', headers, true))).toBe('machine')
  const hide = (text: string) => text
  expect(visitKeys('192.0.2.7', 'x', hide).network).toBe('192.0.2')
  expect(visitKeys('2001:db8:1:2::/64', 'x', hide).network).toBe('2001:db8:1')
})
