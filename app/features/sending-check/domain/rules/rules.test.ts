import { describe, expect, test } from 'vitest'
import { type Dns, NoAnswer, reverseName } from '../dns/dns.ts'
import { dkimRecord, judgeDkim } from './dkim.ts'
import { findDmarc, isAligned, namesUpwards } from './dmarc.ts'
import { checkSpf } from './spf.server.ts'

type Zone = Record<string, { txt?: string[]; a?: string[]; mx?: string[]; ptr?: string[]; down?: true }>

/** The names of a small world. */
function dnsOf(zone: Zone): Dns {
  const at = (name: string) => {
    const found = zone[name.toLowerCase()] ?? {}
    if (found.down) throw new NoAnswer('ETIMEOUT')
    return found
  }
  return {
    texts: async (name) => at(name).txt ?? [],
    addresses: async (name) => at(name).a ?? [],
    mailHosts: async (name) => at(name).mx ?? [],
    names: async (address) => at(address).ptr ?? [],
  }
}

const spf = (txt: string): Zone => ({ 'example.org': { txt: [txt, 'other=words'] } })
const chain = (length: number): Zone =>
  Object.fromEntries(
    Array.from({ length }, (_, n) => [
      n === 0 ? 'example.org' : `n${n}.example.org`,
      { txt: [n + 1 < length ? `v=spf1 include:n${n + 1}.example.org -all` : 'v=spf1 ip4:203.0.113.5 -all'] },
    ]),
  )

describe('SPF', () => {
  const hosts: Zone = { 'mail.example.org': { a: ['203.0.113.5', '2001:db8::5'] } }
  test.each<[string, Zone, string, string | null]>([
    ['nothing', {}, 'none', null],
    ['another text', { 'example.org': { txt: ['v=spf10 +all'] } }, 'none', null],
    ['an address', spf('v=spf1 ip4:203.0.113.5 -all'), 'pass', null],
    ['a net', spf('v=spf1 ip4:203.0.113.0/24 -all'), 'pass', null],
    ['another net', spf('v=spf1 ip4:203.0.112.0/24 -all'), 'fail', null],
    ['a soft end', spf('v=spf1 ip4:198.51.100.1 ~all'), 'softfail', null],
    ['no end', spf('v=spf1 ip4:198.51.100.1'), 'neutral', null],
    ['anybody', spf('v=spf1 +all'), 'pass', null],
    ['capitals', spf('V=SPF1 IP4:203.0.113.5 -ALL'), 'pass', null],
    ['a host', { ...spf('v=spf1 a:mail.example.org -all'), ...hosts }, 'pass', null],
    ['a host with a width', { ...spf('v=spf1 a:mail.example.org/16 -all'), ...hosts }, 'pass', null],
    [
      'mail hosts',
      { 'example.org': { txt: ['v=spf1 mx -all'], mx: ['mail.example.org'] }, ...hosts },
      'pass',
      null,
    ],
    [
      'an include that passes',
      {
        ...spf('v=spf1 include:spf.example.net -all'),
        'spf.example.net': { txt: ['v=spf1 ip4:203.0.113.5 -all'] },
      },
      'pass',
      null,
    ],
    [
      'an include that fails is no failure of ours',
      {
        ...spf('v=spf1 include:spf.example.net ip4:203.0.113.5 -all'),
        'spf.example.net': { txt: ['v=spf1 -all'] },
      },
      'pass',
      null,
    ],
    ['an include of nothing', spf('v=spf1 include:nobody.example.net -all'), 'permerror', 'nothing-there'],
    [
      'a redirect',
      {
        ...spf('v=spf1 redirect=spf.example.net'),
        'spf.example.net': { txt: ['v=spf1 ip4:203.0.113.5 -all'] },
      },
      'pass',
      null,
    ],
    [
      'a redirect behind an end is not followed',
      { ...spf('v=spf1 ~all redirect=spf.example.net'), 'spf.example.net': { txt: ['v=spf1 +all'] } },
      'softfail',
      null,
    ],
    ['a redirect to nothing', spf('v=spf1 redirect=nobody.example.net'), 'permerror', 'nothing-there'],
    ['two records', { 'example.org': { txt: ['v=spf1 -all', 'v=spf1 +all'] } }, 'permerror', 'many'],
    ['a word nobody knows', spf('v=spf1 ipv4:203.0.113.5 -all'), 'permerror', 'syntax'],
    ['an address that is none', spf('v=spf1 ip4:203.0.113 -all'), 'permerror', 'syntax'],
    ['a modifier of later times', spf('v=spf1 new=thing ip4:203.0.113.5 -all'), 'pass', null],
    ['itself', spf('v=spf1 include:example.org -all'), 'permerror', 'lookups'],
    ['ten lookups', chain(11), 'pass', null],
    ['eleven lookups', chain(12), 'permerror', 'lookups'],
    [
      'three names with nothing',
      spf('v=spf1 a:x.example.org a:y.example.org a:z.example.org ip4:203.0.113.5 -all'),
      'permerror',
      'lookups',
    ],
    [
      'what is named of the mail',
      {
        ...spf('v=spf1 exists:%{ir}.%{d}.list.example.net -all'),
        '5.113.0.203.example.org.list.example.net': { a: ['127.0.0.2'] },
      },
      'pass',
      null,
    ],
    ['servers that do not answer', { 'example.org': { down: true } }, 'temperror', null],
  ])('%s', async (_, zone, result, why) => {
    const found = await checkSpf({ ip: '203.0.113.5', sender: 'events@example.org' }, dnsOf(zone))
    expect(found).toMatchObject({ result, why })
  })

  test.each([
    ['v=spf1 ip6:2001:db8::/32 -all', 'pass'],
    ['v=spf1 ip6:2001:db9::/32 ip4:203.0.113.5 -all', 'fail'],
    ['v=spf1 a:mail.example.org//64 -all', 'pass'],
  ])('of the sixth version: %s', async (record, result) => {
    const zone = dnsOf({ ...spf(record), ...hosts })
    expect(await checkSpf({ ip: '2001:db8::9', sender: 'events@example.org' }, zone)).toMatchObject({
      result,
    })
  })
})

describe('DMARC', () => {
  const from = 'mail.events.example.org'
  test.each<[string, Zone, object]>([
    ['nothing', {}, { kind: 'missing' }],
    [
      'its own',
      { '_dmarc.mail.events.example.org': { txt: ['v=DMARC1; p=reject; adkim=s'] } },
      { kind: 'found', record: { domain: from, policy: 'reject', dkim: 'strict', spf: 'relaxed' } },
    ],
    [
      'that of a name above, for those below it',
      { '_dmarc.example.org': { txt: ['v=DMARC1;p=reject;sp=none;aspf=s'] } },
      { kind: 'found', record: { domain: 'example.org', policy: 'none', dkim: 'relaxed', spf: 'strict' } },
    ],
    ['two', { [`_dmarc.${from}`]: { txt: ['v=DMARC1; p=none', 'v=DMARC1; p=none'] } }, { kind: 'many' }],
    ['no policy', { [`_dmarc.${from}`]: { txt: ['v=DMARC1; rua=mailto:a@b.c'] } }, { kind: 'broken' }],
    ['one of another kind', { [`_dmarc.${from}`]: { txt: ['v=DMARC10; p=none'] } }, { kind: 'missing' }],
  ])('%s', async (_, zone, found) => {
    expect(await findDmarc(from, dnsOf(zone))).toEqual(found)
  })

  test('nobody asks the last label, nor every one of a very long name', () => {
    expect(namesUpwards('events.example.org')).toEqual(['events.example.org', 'example.org'])
    expect(namesUpwards('a.b.c.d.e.f.g.h.i.example.org')).toHaveLength(7)
  })

  test.each<[string, string, 'relaxed' | 'strict', string, boolean]>([
    ['example.org', 'EXAMPLE.org', 'strict', 'example.org', true],
    ['example.org', 'mail.example.org', 'strict', 'example.org', false],
    ['example.org', 'mail.example.org', 'relaxed', 'example.org', true],
    ['events.example.org', 'bounce.example.org', 'relaxed', 'example.org', true],
    ['events.example.org', 'bounce.example.org', 'relaxed', 'events.example.org', false],
    ['example.org', 'badexample.org', 'relaxed', 'example.org', false],
    ['example.org', 'example.net', 'relaxed', 'example.org', false],
  ])('%s by %s, %s, under %s: %s', (one, other, mode, at, aligned) => {
    expect(isAligned({ from: one, other, mode, at })).toBe(aligned)
  })
})

describe('DKIM', () => {
  const publicKey = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'
  const { name, value } = dkimRecord({ domain: 'example.org', selector: 's1', publicKey })
  test('a record that is copied is the right one', () => {
    expect(name).toBe('s1._domainkey.example.org')
    expect(judgeDkim([value], publicKey)).toBe('ok')
  })
  test.each([
    [[], 'missing'],
    [['something else'], 'broken'],
    [[`k=rsa; p=${publicKey.slice(0, 9)} ${publicKey.slice(9)}`], 'ok'],
    [[`p=${publicKey}`], 'ok'],
    [['v=DKIM1; k=rsa; p='], 'revoked'],
    [['v=DKIM1; k=rsa; p=MIIBother'], 'differs'],
    [[`v=DKIM2; p=${publicKey}`], 'broken'],
    [[`v=DKIM1; k=ed25519; p=${publicKey}`], 'broken'],
    [[value, value], 'many'],
  ])('%j is %s', (records, verdict) => {
    expect(judgeDkim(records, publicKey)).toBe(verdict)
  })
})

test.each([
  ['203.0.113.5', '5.113.0.203.in-addr.arpa'],
  ['2001:db8::5', `5.${'0.'.repeat(23)}8.b.d.0.1.0.0.2.ip6.arpa`],
])('%s is asked for as %s', (address, name) => {
  expect(reverseName(address)).toBe(name)
})
