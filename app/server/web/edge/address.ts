export type Fault = { status: number; code: string; allow?: string; retryAfter?: number }

const longest = 8_000
const mostRoutes = 10
const mostManifestPaths = 100
const fault = (status: number, code: string): { fault: Fault } => ({ fault: { status, code } })

/** The address of a request on our own origin, or why it cannot be one. */
export function readAddress(raw: string, origin: string): { url: URL } | { fault: Fault } {
  if (raw.length > longest) return fault(414, 'address-too-long')
  // A second slash would name another host to the parser below.
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(raw) || raw.includes('\\')) return fault(400, 'address-unreadable')
  if (!isReadable(raw)) return fault(400, 'address-unreadable')
  const url = new URL(origin + raw)
  if (url.pathname.startsWith('//')) return fault(400, 'address-unreadable')
  // Single fetch replaced these requests; nobody of ours makes them.
  if (url.searchParams.has('_data')) return fault(400, 'address-unreadable')
  if (asksForMuch(url)) return fault(400, 'address-unreadable')
  return { url }
}

/** Each name costs a search among all routes; our own pages never send so many. */
function asksForMuch({ pathname, searchParams }: URL): boolean {
  const routes = searchParams.getAll('_routes')
  if (routes.length > 1 || (routes[0]?.split(',').length ?? 0) > mostRoutes) return true
  return pathname === '/__manifest' && searchParams.size > mostManifestPaths
}

/** Percent codes that are whole, decode to real characters (no halves of surrogate pairs), and hide no NUL. */
export function isReadable(encoded: string): boolean {
  if (!encoded.includes('%')) return !encoded.includes('\0')
  try {
    return !decodeURIComponent(encoded).includes('\0')
  } catch {
    return false
  }
}
