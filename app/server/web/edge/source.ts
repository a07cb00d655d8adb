import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** Whether the proxy at an address, so many steps away, is believed. */
export type TrustProxy = (address: string, step: number) => boolean

/** The address of a request's client: the first on the way back from here that is no believed proxy, as Express has it. */
export function addressOf(req: IncomingMessage, trusts: TrustProxy): string {
  const header = req.headers['x-forwarded-for']
  const forwarded = [header]
    .flat()
    .join(',')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .reverse()
  const steps = [req.socket.remoteAddress ?? '', ...forwarded]
  return steps.find((address, at) => !trusts(address, at)) ?? steps.at(-1) ?? ''
}

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
