import { isIP } from 'node:net'
import type { AdvertisingSigns } from './advertising.server.ts'
import { type Dns, NoAnswer } from './dns/dns.ts'
import { type Finding, type FindingCode, finding, type SendingPart } from './findings.ts'
import type { HostTls } from './mail-host.server.ts'
import { type DkimVerdict, dkimRecord, judgeDkim } from './rules/dkim.ts'
import { findDmarc, isAligned } from './rules/dmarc.ts'
import { checkSpf } from './rules/spf.server.ts'

type SendingKey = {
  id: string
  domain: string
  selector: string
  publicKey: string
  /** It was sealed with our secret. */
  opens: boolean
  signs: boolean
}
/** A domain of a From address, with its keys, the newest first. */
type SendingDomain = { domain: string; keys: SendingKey[] }
export type LookedAt = {
  domains: SendingDomain[]
  /** The domain of the envelope's sender. */
  envelope: string
  /** The host that takes our mail; none while it is written to files. */
  mailHost: string | null
  advertising: AdvertisingSigns
}
export type Ways = { dns: Dns; tls: () => Promise<HostTls> }

/** Names that are nobody's (RFC 2606, RFC 6761): nothing can be looked up of them. */
const reserved = /(?:^|\.)(?:invalid|localhost|test|example|local|internal)$/i
// For documents (RFC 5737): whoever lets mail come from there lets it come from anywhere.
const nobodysAddress = '192.0.2.1'
const longest = 12_000

/** Looks at everything by which other hosts judge our mail. Each part has its time; what takes longer is unknown. */
export async function look(at: LookedAt, ways: Ways): Promise<Finding[]> {
  const [dkim, spf, tls, reverse] = await Promise.all([
    Promise.all(at.domains.map((one) => inTime('dkim', one.domain, () => lookAtDkim(one, ways.dns)))),
    inTime('spf', at.envelope, () => lookAtSpf(at, ways.dns)),
    inTime('tls', '', () => lookAtTls(at, ways)),
    inTime('reverse', '', () => lookAtReverse(at, ways.dns)),
  ])
  const dmarc = await Promise.all(
    at.domains.map((one, n) => {
      const proofs = { dkim: dkim[n], spf, envelope: at.envelope }
      return inTime('dmarc', one.domain, () => lookAtDmarc(one, ways.dns, proofs))
    }),
  )
  return [...dkim, spf, ...dmarc, tls, reverse, lookAtUnsubscribe(at.advertising)]
}

/** What mailboxes ask of an advertising mail before they show a button to leave it (RFC 8058). */
function lookAtUnsubscribe({ address, hasBoth, isCovered }: AdvertisingSigns): Finding {
  if (!hasBoth) return finding('unsubscribe', 'unsubscribe-missing')
  if (!address.startsWith('https://')) return finding('unsubscribe', 'unsubscribe-plain', { address })
  return finding('unsubscribe', isCovered ? 'unsubscribe-ok' : 'unsubscribe-unsigned')
}

async function inTime(part: SendingPart, domain: string, work: () => Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve(finding(part, 'too-slow', { domain })), longest)
  })
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    if (error instanceof NoAnswer)
      return finding(part, 'no-answer', { domain, words: error.message.slice(0, 200) })
    throw error
  } finally {
    clearTimeout(timer)
  }
}

const dkimCodes: Record<DkimVerdict, FindingCode> = {
  ok: 'dkim-ok',
  missing: 'dkim-missing',
  many: 'dkim-many',
  revoked: 'dkim-revoked',
  differs: 'dkim-differs',
  broken: 'dkim-broken',
}

/** The newest key; while its record is not there, the one before may still sign. */
async function lookAtDkim({ domain, keys }: SendingDomain, dns: Dns): Promise<Finding> {
  if (reserved.test(domain)) return finding('dkim', 'no-domain', { domain })
  const [newest, ...earlier] = keys
  if (!newest) return finding('dkim', 'dkim-no-key', { domain })
  const { name } = dkimRecord(newest)
  if (!newest.opens) return finding('dkim', 'dkim-sealed', { domain, name })
  const verdict = judgeDkim(await dns.texts(name), newest.publicKey)
  if (verdict !== 'ok') {
    for (const key of earlier.filter(({ signs, opens }) => signs && opens)) {
      const old = dkimRecord(key).name
      if (judgeDkim(await dns.texts(old), key.publicKey) === 'ok')
        return finding('dkim', 'dkim-waiting', { domain, name, old, key: key.id })
    }
  }
  return finding('dkim', dkimCodes[verdict], { domain, name, key: newest.id })
}

async function lookAtSpf({ envelope, mailHost }: LookedAt, dns: Dns): Promise<Finding> {
  if (reserved.test(envelope)) return finding('spf', 'no-domain', { domain: envelope })
  const facts = { domain: envelope, host: mailHost ?? '' }
  const sender = `postmaster@${envelope}`
  const anybody = await checkSpf({ ip: nobodysAddress, sender }, dns)
  if (anybody.result === 'pass') return finding('spf', 'spf-open', facts)
  if (anybody.result === 'none') return finding('spf', 'spf-missing', facts)
  if (anybody.why === 'many') return finding('spf', 'spf-many', facts)
  const [address] = mailHost ? await hostAddresses(mailHost, dns) : []
  const own = address && !isPrivate(address) ? await checkSpf({ ip: address, sender }, dns) : anybody
  const broken = [own, anybody].find(({ result }) => result === 'permerror')
  if (broken) return finding('spf', broken.why === 'lookups' ? 'spf-lookups' : 'spf-broken', facts)
  if ([own, anybody].some(({ result }) => result === 'temperror')) return finding('spf', 'no-answer', facts)
  if (own.result === 'pass') return finding('spf', 'spf-ok', { ...facts, address: address ?? '' })
  return finding('spf', 'spf-elsewhere', { ...facts, address: address ?? '—' })
}

type Proofs = { dkim: Finding | undefined; spf: Finding; envelope: string }

async function lookAtDmarc({ domain, keys }: SendingDomain, dns: Dns, { dkim, spf, envelope }: Proofs) {
  if (reserved.test(domain)) return finding('dmarc', 'no-domain', { domain })
  const found = await findDmarc(domain, dns)
  if (found.kind !== 'found')
    return finding('dmarc', `dmarc-${found.kind}`, { domain, name: `_dmarc.${domain}` })
  const { domain: at, policy, ...modes } = found.record
  const facts = { domain, name: `_dmarc.${at}`, policy }
  const signing = keys.find(({ id }) => id === dkim?.facts.key)
  const isProved = dkim?.code === 'dkim-ok' || dkim?.code === 'dkim-waiting'
  const bySignature =
    isProved && signing && isAligned({ from: domain, other: signing.domain, mode: modes.dkim, at })
  const bySender = spf.code === 'spf-ok' && isAligned({ from: domain, other: envelope, mode: modes.spf, at })
  return finding('dmarc', bySignature || bySender ? 'dmarc-ok' : 'dmarc-unaligned', facts)
}

async function lookAtTls({ mailHost }: LookedAt, { dns, tls }: Ways): Promise<Finding> {
  if (!mailHost) return finding('tls', 'tls-files')
  const found = await tls()
  const isHere = found === 'plain' && (await localAddresses(mailHost, dns)).length > 0
  return finding('tls', isHere ? 'tls-local' : `tls-${found}`, { host: mailHost })
}

/** A mail host on this machine or in this house: between us and it no stranger listens. */
async function localAddresses(host: string, dns: Dns): Promise<string[]> {
  if (/^localhost$/i.test(host)) return ['127.0.0.1']
  return (await hostAddresses(host, dns)).filter(isPrivate)
}

async function lookAtReverse({ mailHost }: LookedAt, dns: Dns): Promise<Finding> {
  if (!mailHost) return finding('reverse', 'reverse-local', { host: '' })
  if ((await localAddresses(mailHost, dns)).length > 0)
    return finding('reverse', 'reverse-local', { host: mailHost })
  const [address] = await hostAddresses(mailHost, dns)
  const facts = { host: mailHost, address: address ?? '—' }
  if (!address) return finding('reverse', 'reverse-missing', facts)
  const names = await dns.names(address)
  if (names.length === 0) return finding('reverse', 'reverse-missing', facts)
  const name = names[0] ?? ''
  for (const one of names.slice(0, 5))
    if ((await dns.addresses(one)).includes(address))
      return finding('reverse', 'reverse-ok', { ...facts, name: one })
  return finding('reverse', 'reverse-elsewhere', { ...facts, name })
}

const hostAddresses = async (host: string, dns: Dns) => (isIP(host) ? [host] : dns.addresses(host))

const isPrivate = (address: string) =>
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80:)/i.test(address)
