const feeds =
  /^\/(?:events\.ics|events\.atom|sitemap\.xml|oembed|embed\/.+|events\/[^/]+\/(?:agenda\.(?:ics|json|xml)|changes\.atom))$/

/** Addresses that show the same to everybody: cookies never reach them, and their answers may be kept. */
export function isPublicPath(path: string): boolean {
  return /^\/(?:vi|en)(?:\/|\.data$|$)/.test(path) || feeds.test(path)
}

/** Personal addresses, which no search engine should keep. */
export function isPrivatePath(path: string): boolean {
  return /^\/(?:organize|registrations|sign-in|sign-out|speaking|floor|unsubscribe|preferences|subscriptions|memberships|openings)(?:[/.]|$)/.test(
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
  let lang = ''
  for (const [name, value] of url.searchParams) {
    if (counted.test(name)) continue
    if (name !== 'lang' || lang || (value !== 'vi' && value !== 'en')) return null
    lang = value
  }
  return lang ? `${pathname}?lang=${lang}` : pathname
}
