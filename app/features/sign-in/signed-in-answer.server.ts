import { redirect } from '@remix-run/node'
import { localPath } from '#app/shared/auth/local-path.ts'
import { signInCookie, signInToken } from '#app/shared/auth/sign-in-cookie.server.ts'
import type { Browser } from './domain/start-sign-in.server.ts'
import { endedPendingCookie } from './pending-sign-in.server.ts'

export function browserOf(request: Request): Browser {
  return { name: request.headers.get('User-Agent'), heldToken: signInToken(request) }
}

/** Sends a browser that just signed in to where it wanted to go. */
export function signedInAnswer(token: string, to: string | null | undefined) {
  const headers = new Headers()
  headers.append('Set-Cookie', signInCookie(token))
  headers.append('Set-Cookie', endedPendingCookie())
  return redirect(localPath(to), { status: 303, headers })
}
