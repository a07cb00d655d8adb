import { randomToken } from '#app/shared/auth/tokens.server.ts'
import { readCookie, writeCookie } from '#app/shared/http/cookies.server.ts'

/** The random word of this browser, which only keeps it from voting twice; it ends with the browser. */
export function voterOf(request: Request): { voter: string; headers: HeadersInit } {
  const known = readCookie(request, 'voter')
  if (known && /^[\w-]{43}$/.test(known)) return { voter: known, headers: {} }
  const voter = randomToken()
  return { voter, headers: { 'Set-Cookie': writeCookie('voter', voter) } }
}
