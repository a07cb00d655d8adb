import type { Dns } from '../dns/dns.ts'
import { tagsOf } from './tag-list.ts'

type Mode = 'relaxed' | 'strict'
export type DmarcPolicy = {
  /** The name under which the record was found: that of the From domain, or of one above it. */
  domain: string
  policy: 'none' | 'quarantine' | 'reject'
  dkim: Mode
  spf: Mode
}
export type FoundDmarc = { kind: 'found'; record: DmarcPolicy } | { kind: 'missing' | 'many' | 'broken' }

// A long name is cut to as many labels: whoever asks for a policy walks no further (RFC 9989).
const mostLabels = 8

/** The policy for mails from a domain: its own, or that of the nearest name above which has one. */
export async function findDmarc(from: string, dns: Pick<Dns, 'texts'>): Promise<FoundDmarc> {
  for (const domain of namesUpwards(from)) {
    const records = (await dns.texts(`_dmarc.${domain}`)).filter((text) => /^v=DMARC1\s*(;|$)/.test(text))
    if (records.length > 1) return { kind: 'many' }
    if (records[0] !== undefined) return readDmarc(records[0], domain, from)
  }
  return { kind: 'missing' }
}

/** The domain and those above it, without the last label, which is nobody's own. */
export function namesUpwards(domain: string): string[] {
  const labels = domain.toLowerCase().split('.')
  const names = labels.map((_, at) => labels.slice(at)).filter(({ length }) => length > 1)
  return names.filter(({ length }, at) => at === 0 || length < mostLabels).map((one) => one.join('.'))
}

function readDmarc(text: string, domain: string, from: string): FoundDmarc {
  const tags = tagsOf(text)
  const own = tags?.get('p')?.toLowerCase()
  const asked = domain === from.toLowerCase() ? own : (tags?.get('sp')?.toLowerCase() ?? own)
  const policy = (['none', 'quarantine', 'reject'] as const).find((one) => one === asked)
  if (!tags || !policy) return { kind: 'broken' }
  const mode = (tag: string): Mode => (tags.get(tag)?.toLowerCase() === 's' ? 'strict' : 'relaxed')
  return { kind: 'found', record: { domain, policy, dkim: mode('adkim'), spf: mode('aspf') } }
}

type Alignment = { from: string; other: string; mode: Mode; at: string }

/**
 * Whether a domain that was proved speaks for the From domain: the same one where it is strict; else any of one
 * organization, that is, below the name where the policy was found, or one below the other.
 */
export function isAligned({ from, other, mode, at }: Alignment): boolean {
  const [a, b, top] = [from.toLowerCase(), other.toLowerCase(), at.toLowerCase()]
  if (a === b) return true
  if (mode === 'strict') return false
  return isWithin(a, b) || isWithin(b, a) || (isWithin(a, top) && isWithin(b, top))
}

const isWithin = (name: string, top: string) => name === top || name.endsWith(`.${top}`)
