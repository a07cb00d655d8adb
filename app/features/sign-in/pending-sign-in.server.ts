import { clearCookie, readCookie, writeCookie } from '#app/shared/http/cookies.server.ts'
import { codeLasts } from './domain/request-sign-in.server.ts'

/** What a browser remembers between asking for a code and typing it. Only this browser can use the code. */
export type PendingSignIn = { pendingId: string; email: string; to: string }

const name = 'pending-sign-in'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function pendingCookie(pending: PendingSignIn): string {
  const value = Buffer.from(JSON.stringify(pending)).toString('base64url')
  return writeCookie(name, value, { maxAge: codeLasts / 1000 })
}

export function endedPendingCookie(): string {
  return clearCookie(name)
}

export function readPending(request: Request): PendingSignIn | null {
  try {
    const value = JSON.parse(Buffer.from(readCookie(request, name) ?? '', 'base64url').toString())
    const { pendingId, email, to } = value as Partial<PendingSignIn>
    if (!pendingId || !uuid.test(pendingId) || typeof email !== 'string' || typeof to !== 'string')
      return null
    return { pendingId, email, to }
  } catch {
    return null
  }
}
