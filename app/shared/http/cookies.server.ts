import { env } from '#app/shared/env.server.ts'
import { isLocale, type Locale } from '#app/shared/vocabulary.ts'

const year = 365 * 24 * 60 * 60

/** `__Host-` binds a cookie to this very host over https; a plain http address cannot have it. */
function storedName(name: string): string {
  return isSecure() ? `__Host-${name}` : name
}

/** The `Set-Cookie` line for a cookie of ours: only for this host, out of reach of scripts. `maxAge` is in seconds. */
export function writeCookie(name: string, value: string, { maxAge }: { maxAge?: number } = {}): string {
  const parts = [`${storedName(name)}=${encodeURIComponent(value)}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (maxAge !== undefined) parts.push(`Max-Age=${Math.floor(maxAge)}`)
  if (isSecure()) parts.push('Secure')
  return parts.join('; ')
}

export function clearCookie(name: string): string {
  return writeCookie(name, '', { maxAge: 0 })
}

/** The cookie's value, or null when it was not sent or cannot be read. */
export function readCookie(request: Request, name: string): string | null {
  return cookieIn(request.headers.get('Cookie') ?? '', name)
}

export function cookieIn(header: string, name: string): string | null {
  const wanted = storedName(name)
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== wanted) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}

/** Remembers the language a reader chose. */
export function localeCookie(locale: Locale): string {
  return writeCookie('lang', locale, { maxAge: year })
}

export function chosenLocale(cookies: string): Locale | null {
  const value = cookieIn(cookies, 'lang')
  return isLocale(value) ? value : null
}

function isSecure(): boolean {
  return env().APP_URL.startsWith('https:')
}
