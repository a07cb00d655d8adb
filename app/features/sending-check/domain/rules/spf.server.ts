import { BlockList, isIP } from 'node:net'
import { type Dns, NoAnswer } from '../dns/dns.ts'
import { expanded, readSpf, type SpfTerm } from './spf-record.server.ts'

export const spfResults = ['none', 'pass', 'fail', 'softfail', 'neutral', 'permerror', 'temperror'] as const
export type SpfResult = (typeof spfResults)[number]
export type Spf = { result: SpfResult; lookups: number; why: SpfFault | null }
/** Why a record is no good, for whoever has to mend it. */
export type SpfFault = 'many' | 'syntax' | 'lookups' | 'nothing-there' | 'loop'

// RFC 7208 4.6.4: whoever receives our mail stops here.
const mostLookups = 10
const mostEmpty = 2
const mostMailHosts = 10
const mostDepth = 10

const resultOf = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const

type Asked = { ip: string; sender: string }
type State = Asked & { dns: Dns; lookups: number; empty: number }

class Broken extends Error {
  constructor(readonly why: SpfFault) {
    super(why)
  }
}

/** Whether a domain lets mail come from an address (check_host, RFC 7208 4): asked as a receiving host asks. */
export async function checkSpf({ ip, sender }: Asked, dns: Dns): Promise<Spf> {
  const state: State = { ip, sender, dns, lookups: 0, empty: 0 }
  try {
    const result = await checkHost(state, sender.slice(sender.indexOf('@') + 1), 0)
    return { result, lookups: state.lookups, why: null }
  } catch (error) {
    if (error instanceof Broken) return { result: 'permerror', lookups: state.lookups, why: error.why }
    if (error instanceof NoAnswer) return { result: 'temperror', lookups: state.lookups, why: null }
    throw error
  }
}

async function checkHost(state: State, domain: string, depth: number): Promise<SpfResult> {
  if (depth > mostDepth) throw new Broken('loop')
  const records = (await state.dns.texts(domain)).filter((text) => /^v=spf1(?: |$)/i.test(text))
  if (records.length === 0) return 'none'
  if (records.length > 1) throw new Broken('many')
  const record = readSpf(records[0] ?? '')
  if (!record) throw new Broken('syntax')
  for (const term of record.terms) {
    if (await matches(state, term, domain, depth)) return resultOf[term.sign]
  }
  if (record.redirect === null) return 'neutral'
  countLookup(state)
  const result = await checkHost(state, expanded(record.redirect, { ...state, domain }), depth + 1)
  // Who sends us on sends us somewhere.
  if (result === 'none') throw new Broken('nothing-there')
  return result
}

async function matches(state: State, term: SpfTerm, domain: string, depth: number): Promise<boolean> {
  const { name, value } = term
  if (name === 'all') return true
  if (name === 'ip4' || name === 'ip6') return isInside(state.ip, value, term)
  countLookup(state)
  const target = value === '' ? domain : expanded(value, { ...state, domain })
  if (name === 'include') {
    const result = await checkHost(state, target, depth + 1)
    if (result === 'none') throw new Broken('nothing-there')
    return result === 'pass'
  }
  if (name === 'a') return anyInside(state, await addressesOf(state, target), term)
  if (name === 'exists') return (await addressesOf(state, target)).length > 0
  if (name === 'ptr') return hasName(state, target)
  const hosts = await state.dns.mailHosts(target)
  if (hosts.length === 0) countEmpty(state)
  if (hosts.length > mostMailHosts) throw new Broken('lookups')
  for (const host of hosts) if (anyInside(state, await state.dns.addresses(host), term)) return true
  return false
}

/** Nobody should write it any more, and who has it is still let in by it. */
async function hasName({ dns, ip }: State, target: string): Promise<boolean> {
  for (const name of (await dns.names(ip)).slice(0, mostMailHosts)) {
    const isBelow = name === target || name.endsWith(`.${target}`)
    if (isBelow && (await dns.addresses(name)).includes(ip)) return true
  }
  return false
}

async function addressesOf(state: State, host: string): Promise<string[]> {
  const found = await state.dns.addresses(host)
  if (found.length === 0) countEmpty(state)
  return found
}

function countLookup(state: State) {
  state.lookups += 1
  if (state.lookups > mostLookups) throw new Broken('lookups')
}

function countEmpty(state: State) {
  state.empty += 1
  if (state.empty > mostEmpty) throw new Broken('lookups')
}

type Widths = Pick<SpfTerm, 'width4' | 'width6'>

const anyInside = ({ ip }: State, addresses: readonly string[], widths: Widths) =>
  addresses.some((address) => isInside(ip, address, widths))

function isInside(ip: string, address: string, { width4, width6 }: Widths): boolean {
  const kind = isIP(address)
  if (kind === 0 || kind !== isIP(ip)) return false
  const family = kind === 4 ? 'ipv4' : 'ipv6'
  const net = new BlockList()
  net.addSubnet(address, kind === 4 ? width4 : width6, family)
  return net.check(ip, family)
}
