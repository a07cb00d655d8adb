/** What our checks ask of the names of the world: who answers is for whoever starts one. Nothing there is an empty list. */
export type Dns = {
  /** The texts at a name, each whole. */
  texts(name: string): Promise<string[]>
  /** The addresses of a host, of both kinds. */
  addresses(host: string): Promise<string[]>
  /** The hosts that take mail for a domain, the first choice first. */
  mailHosts(domain: string): Promise<string[]>
  /** The names of an address. */
  names(address: string): Promise<string[]>
}

/** No answer: the name may have one, and nobody could be asked. */
export class NoAnswer extends Error {}

/** The name under which the names of an address are asked for (RFC 1035 3.5, RFC 3596 2.5). */
export function reverseName(address: string): string {
  if (!address.includes(':')) return `${address.split('.').reverse().join('.')}.in-addr.arpa`
  const [head = '', tail] = address.split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const [before, after] = [groups(head), groups(tail)]
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const all = [...before, ...Array<string>(zeros).fill('0'), ...after]
  const digits = all.map((group) => group.padStart(4, '0')).join('')
  return `${[...digits].reverse().join('.')}.ip6.arpa`
}
