import { clearCookie, readCookie, writeCookie } from '#app/shared/http/cookies.server.ts'
import { signInLasts } from './sign-in-lasts.ts'

const name = 'sign-in'

/** The token of the signed-in browser, if it sent a well-formed one. */
export function signInToken(request: Request): string | null {
  const value = readCookie(request, name)
  return value && /^[\w-]{43}$/.test(value) ? value : null
}

export function signInCookie(token: string): string {
  return writeCookie(name, token, { maxAge: signInLasts / 1000 })
}

export function endedSignInCookie(): string {
  return clearCookie(name)
}
