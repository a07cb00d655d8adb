import { chosenLocale } from '#app/shared/http/cookies.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'
import { isPublicPath } from '../public-paths.ts'

/**
 * The language of an answer: the address's own; else, for personal addresses only, what the reader chose or what the
 * browser asks for. Public addresses are shared by all readers, so nothing but the address decides there.
 */
export function readerLanguage(
  path: string,
  query: URLSearchParams,
  cookies: string,
  accepted: string,
): Locale {
  const prefix = path.split('/', 2)[1]?.replace(/\.data$/, '')
  if (isLocale(prefix)) return prefix
  const asked = query.get('lang')
  if (isLocale(asked)) return asked
  if (isPublicPath(path)) return 'vi'
  return chosenLocale(cookies) ?? preferredLocale(accepted) ?? 'vi'
}

// Browsers send few different ones.
const preferred = new Map<string, Locale | null>()

/** The best of our languages in an Accept-Language header (RFC 9110), or null when it names none. */
export function preferredLocale(header: string): Locale | null {
  const known = preferred.get(header)
  if (known !== undefined) return known
  const locale = bestLocale(header)
  if (preferred.size >= 500) preferred.clear()
  if (header.length <= 100) preferred.set(header, locale)
  return locale
}

function bestLocale(header: string): Locale | null {
  let best: Locale | null = null
  let weight = 0
  for (const part of header.slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const locale = range.trim().split('-', 1)[0]
    const given = parameters
      .map((text) => /^\s*q\s*=\s*([01](?:\.\d{1,3})?)\s*$/.exec(text)?.[1])
      .find(Boolean)
    const q = parameters.length === 0 ? 1 : Number(given ?? 0)
    if (isLocale(locale) && q > weight) {
      best = locale
      weight = q
    }
  }
  return best
}
