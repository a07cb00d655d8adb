import { isIPv6 } from 'node:net'

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the network of an IPv6 one, since one household
 * holds 2^64 of those.
 */
export function sourceOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain || 'unknown'
  const [head = '', tail] = plain.split('%', 1)[0]?.toLowerCase().split('::', 2) ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
