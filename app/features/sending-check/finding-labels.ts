import { m } from '#app/paraglide/messages.js'
import type { Finding, FindingCode, SendingPart } from './domain/findings.ts'

const parts: Record<SendingPart, () => string> = {
  dkim: m['sending-check.part.dkim'],
  spf: m['sending-check.part.spf'],
  dmarc: m['sending-check.part.dmarc'],
  tls: m['sending-check.part.tls'],
  reverse: m['sending-check.part.reverse'],
  unsubscribe: m['sending-check.part.unsubscribe'],
}
export const partName = (part: SendingPart) => parts[part]()

type Facts = Record<string, string>
const of = (facts: Facts) => ({
  name: facts.name ?? '',
  old: facts.old ?? '',
  domain: facts.domain ?? '',
  host: facts.host ?? '',
  address: facts.address ?? '',
})

const sentences: Record<FindingCode, (facts: Facts) => string> = {
  'no-domain': (facts) => m['sending-check.found.no-domain']({ domain: facts.domain ?? '' }),
  'no-answer': () => m['sending-check.found.no-answer'](),
  'too-slow': () => m['sending-check.found.too-slow'](),
  'dkim-ok': (facts) => m['sending-check.found.dkim-ok']({ name: of(facts).name }),
  'dkim-waiting': (facts) =>
    m['sending-check.found.dkim-waiting']({ name: of(facts).name, old: of(facts).old }),
  'dkim-no-key': () => m['sending-check.found.dkim-no-key'](),
  'dkim-sealed': () => m['sending-check.found.dkim-sealed'](),
  'dkim-missing': (facts) => m['sending-check.found.dkim-missing']({ name: of(facts).name }),
  'dkim-many': (facts) => m['sending-check.found.dkim-many']({ name: of(facts).name }),
  'dkim-revoked': (facts) => m['sending-check.found.dkim-revoked']({ name: of(facts).name }),
  'dkim-differs': (facts) => m['sending-check.found.dkim-differs']({ name: of(facts).name }),
  'dkim-broken': (facts) => m['sending-check.found.dkim-broken']({ name: of(facts).name }),
  'spf-ok': (facts) => m['sending-check.found.spf-ok']({ domain: of(facts).domain }),
  'spf-elsewhere': (facts) =>
    m['sending-check.found.spf-elsewhere']({ domain: of(facts).domain, address: of(facts).address }),
  'spf-missing': (facts) =>
    m['sending-check.found.spf-missing']({ domain: of(facts).domain, record: spfFor(of(facts).host) }),
  'spf-many': (facts) => m['sending-check.found.spf-many']({ domain: of(facts).domain }),
  'spf-lookups': (facts) => m['sending-check.found.spf-lookups']({ domain: of(facts).domain }),
  'spf-broken': (facts) => m['sending-check.found.spf-broken']({ domain: of(facts).domain }),
  'spf-open': (facts) => m['sending-check.found.spf-open']({ domain: of(facts).domain }),
  'dmarc-ok': (facts) => m['sending-check.found.dmarc-ok']({ name: of(facts).name }),
  'dmarc-missing': (facts) =>
    m['sending-check.found.dmarc-missing']({ name: of(facts).name, record: dmarcRecord(of(facts).domain) }),
  'dmarc-many': (facts) => m['sending-check.found.dmarc-many']({ name: of(facts).name }),
  'dmarc-broken': (facts) =>
    m['sending-check.found.dmarc-broken']({ name: of(facts).name, record: dmarcRecord(of(facts).domain) }),
  'dmarc-unaligned': (facts) => m['sending-check.found.dmarc-unaligned']({ domain: of(facts).domain }),
  'tls-ok': (facts) => m['sending-check.found.tls-ok']({ host: of(facts).host }),
  'tls-local': (facts) => m['sending-check.found.tls-local']({ host: of(facts).host }),
  'tls-files': () => m['sending-check.found.tls-files'](),
  'tls-untrusted': (facts) => m['sending-check.found.tls-untrusted']({ host: of(facts).host }),
  'tls-plain': (facts) => m['sending-check.found.tls-plain']({ host: of(facts).host }),
  'tls-refused': (facts) => m['sending-check.found.tls-refused']({ host: of(facts).host }),
  'tls-unreachable': (facts) => m['sending-check.found.tls-unreachable']({ host: of(facts).host }),
  'reverse-ok': (facts) =>
    m['sending-check.found.reverse-ok']({ address: of(facts).address, name: of(facts).name }),
  'reverse-local': () => m['sending-check.found.reverse-local'](),
  'reverse-missing': (facts) => m['sending-check.found.reverse-missing']({ address: of(facts).address }),
  'reverse-elsewhere': (facts) =>
    m['sending-check.found.reverse-elsewhere']({ address: of(facts).address, name: of(facts).name }),
  'unsubscribe-ok': () => m['sending-check.found.unsubscribe-ok'](),
  'unsubscribe-plain': (facts) => m['sending-check.found.unsubscribe-plain']({ address: of(facts).address }),
  'unsubscribe-missing': () => m['sending-check.found.unsubscribe-missing'](),
  'unsubscribe-unsigned': () => m['sending-check.found.unsubscribe-unsigned'](),
}

const spfFor = (host: string) => `v=spf1${host && ` a:${host}`} ~all`
const dmarcRecord = (domain: string) => `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`

/** What was found, and what to do about it. */
export const findingSentence = ({ code, facts }: Pick<Finding, 'code' | 'facts'>) => sentences[code](facts)
