/** The network that an address belongs to, as one who rents addresses gets them: /24 of IPv4, /48 of IPv6. */
export function wideNetwork(source: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(source)?.[1] ?? source
  if (!mapped.includes(':')) return mapped.split('.').slice(0, 3).join('.')
  const [left = '', right] = mapped.split('::')
  const groups = left.split(':').filter(Boolean)
  const missing = right === undefined ? 0 : 8 - groups.length - right.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(Math.max(0, missing)).fill('0')]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}
