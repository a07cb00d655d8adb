import { isIPv4, isIPv6 } from 'node:net'

export type SpfTerm = {
  sign: '+' | '-' | '~' | '?'
  name: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists'
  /** A domain or an address; empty where it is the domain of the record itself. */
  value: string
  width4: number
  width6: number
}
export type SpfRecord = { terms: SpfTerm[]; redirect: string | null }

const mechanism =
  /^([+\-~?]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?::([^/\s]+|[\da-f:.]+))?(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/i
const modifier = /^([a-z][\w.-]*)=(\S*)$/i

/** The terms of a record that begins with `v=spf1`; null where one of them cannot be read (RFC 7208 4.6.1). */
export function readSpf(text: string): SpfRecord | null {
  const record: SpfRecord = { terms: [], redirect: null }
  for (const word of text.split(/ +/).slice(1)) {
    if (word === '') continue
    const [, name = '', value = ''] = modifier.exec(word) ?? []
    if (name.toLowerCase() === 'redirect') {
      if (record.redirect !== null || value === '') return null
      record.redirect = value
    } else if (name === '') {
      const term = readTerm(word)
      if (!term) return null
      record.terms.push(term)
    }
  }
  return record
}

function readTerm(word: string): SpfTerm | null {
  const [whole, sign, kind = '', value = '', width4, width6] = mechanism.exec(word) ?? []
  if (whole === undefined) return null
  const name = kind.toLowerCase() as SpfTerm['name']
  const term = { sign: (sign || '+') as SpfTerm['sign'], name, value, width4: 32, width6: 128 }
  const [four, six] = name === 'ip6' ? [width6, width4] : [width4, width6]
  if (four !== undefined) term.width4 = Number(four)
  if (six !== undefined) term.width6 = Number(six)
  if (term.width4 > 32 || term.width6 > 128) return null
  const hasWidth = width4 !== undefined || width6 !== undefined
  if (name === 'ip4') return isIPv4(value) && width6 === undefined ? term : null
  if (name === 'ip6') return isIPv6(value) && width6 === undefined ? term : null
  if (name === 'all') return value === '' && !hasWidth ? term : null
  if (name === 'a' || name === 'mx') return term
  if (hasWidth) return null
  return name === 'ptr' || value !== '' ? term : null
}

type Known = { sender: string; domain: string; ip: string }

const macro = /%(?:%|_|-|\{([a-z])(\d*)(r?)([.\-+,/_=]*)\})/gi

/** A domain with what it names of the mail in it (RFC 7208 7). */
export function expanded(text: string, { sender, domain, ip }: Known): string {
  const [local = '', host = ''] = sender.split('@')
  const values: Record<string, string> = {
    s: sender,
    l: local,
    o: host,
    d: domain,
    i: ip,
    v: isIPv4(ip) ? 'in-addr' : 'ip6',
    h: domain,
  }
  return text.replace(macro, (written, letter: string | undefined, digits = '', turned = '', marks = '') => {
    if (letter === undefined) return written === '%%' ? '%' : written === '%_' ? ' ' : '%20'
    const value = values[letter.toLowerCase()] ?? ''
    const parts = value.split(new RegExp(`[${(marks || '.').replace(/[\]\\^-]/g, '\\$&')}]`))
    const ordered = turned ? parts.reverse() : parts
    return ordered.slice(digits === '' ? 0 : -Number(digits)).join('.')
  })
}
