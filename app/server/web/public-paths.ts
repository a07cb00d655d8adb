const feeds =
  /^\/(?:events\.ics|events\.atom|sitemap\.xml|oembed|embed\/.+|indices\/[^/]+\.(?:csv|json)|events\/[^/]+\/(?:agenda\.(?:ics|json|xml)|changes\.atom))$/

/** Addresses that show the same to everybody: cookies never reach them, and their answers may be kept. */
export function isPublicPath(path: string): boolean {
  return /^\/(?:vi|en)(?:\/|\.data$|$)/.test(path) || feeds.test(path)
}

/** Personal addresses, which no search engine should keep. */
export function isPrivatePath(path: string): boolean {
  return /^\/(?:organize|registrations|sign-in|sign-out|speaking|floor|unsubscribe|preferences|subscriptions|supporting|joining|introductions|invited|memberships|openings)(?:[/.]|$)/.test(
    path,
  )
}

const counted = /^(?:via|utm_\w+|fbclid|gclid|zarsrc|mc_[ce]id|igshid)$/

/**
 * The key under which a public address is kept, or null when it is not kept: only plain lower-case paths and the
 * language may make an entry, so that nobody can fill the memory with spellings of one page.
 */
export function cacheKey(url: URL): string | null {
  const { pathname } = url
  if (
    !isPublicPath(pathname) ||
    !/^(?:\/[a-z0-9][a-z0-9._-]*)+$/.test(pathname) ||
    pathname.endsWith('.data')
  )
    return null
  const kept = new Map<string, string>()
  for (const [name, value] of url.searchParams) {
    if (counted.test(name)) continue
    if (kept.has(name) || !mayBeAsked(pathname, name, value)) return null
    kept.set(name, value)
  }
  const [only] = kept
  if (kept.size > 1) return null
  return only ? `${pathname}?${only.join('=')}` : pathname
}

const ofYears = /^\/(?:vi|en)\/(?:initiatives\/[^/]+\/cities|indices\/[^/]+\/places\/[^/]+)$/
const ofOrders = /^\/(?:vi|en)\/indices\/[^/]+(?:\/\d{4})?$/

const ofArrangements = /^\/(?:vi|en)\/events\/[^/]+\/agenda$/

/** A language; or where a page has them, one of a hundred years, or one of the few orders of its table or programme. */
function mayBeAsked(path: string, name: string, value: string): boolean {
  if (name === 'lang') return value === 'vi' || value === 'en'
  if (name === 'year') return ofYears.test(path) && /^20\d\d$/.test(value)
  if (name === 'by') return ofArrangements.test(path) && /^(?:grid|room|track|language)$/.test(value)
  return name === 'sort' && ofOrders.test(path) && /^-?(?:rank|name|score|change)$/.test(value)
}
