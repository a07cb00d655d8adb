export type Sender = {
  origin: string | undefined
  fetchSite: string | undefined
  hosts: string[]
  appUrl: string
}

/**
 * Whether a changing request comes from our own pages. A browser says where from by Sec-Fetch-Site, by Origin, or by
 * both: everything it says must agree. A client that says nothing is no browser (mail programs post one-click
 * unsubscriptions like that) and carries nobody's cookies.
 *
 * Our own is the origin of APP_URL, and also the host the request came to: a browser can be at localhost, 127.0.0.1 or
 * a name on the local net while APP_URL names only one of them, and no page elsewhere can make the two agree.
 */
export function comesFromUs({ origin, fetchSite, hosts, appUrl }: Sender): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return true
  // Privacy settings may hide the origin; then only the browser's own word for the same site counts.
  if (origin === 'null') return fetchSite === 'same-origin'
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.origin === new URL(appUrl).origin || (from.host !== '' && hosts.includes(from.host))
}
