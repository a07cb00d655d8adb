import { env } from '#app/shared/env.server.ts'

/** `__Host-` binds the cookie to this very host over https; a plain http address cannot have it. */
function cookieName(): string {
  return env().APP_URL.startsWith('https:') ? '__Host-sign-in' : 'sign-in'
}

/** The token of the signed-in browser, if it sent a well-formed one. */
export function signInToken(request: Request): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === cookieName() && value && /^[\w-]{43}$/.test(value)) return value
  }
  return null
}
