export type Sender = {
  origin: string | undefined
  fetchSite: string | undefined
  appUrl: string
}

/**
 * Whether a changing request comes from our own pages. A browser says where from by Sec-Fetch-Site, by Origin, or by
 * both: everything it says must agree. A client that says nothing is no browser (mail programs post one-click
 * unsubscriptions like that) and carries nobody's cookies.
 *
 * Our own is the origin of APP_URL and nothing else: the host that a request names is the sender's word. Only the names
 * of one machine for itself are one.
 */
export function comesFromUs({ origin, fetchSite, appUrl }: Sender): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return true
  // Privacy settings may hide the origin; then only the browser's own word for the same site counts.
  if (origin === 'null') return fetchSite === 'same-origin'
  if (!URL.canParse(origin)) return false
  const [from, own] = [new URL(origin), new URL(appUrl)]
  if (from.origin === own.origin) return true
  return from.protocol === own.protocol && from.port === own.port && isLoopback(from) && isLoopback(own)
}

const isLoopback = ({ hostname }: URL) => /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
