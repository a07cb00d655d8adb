import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { env } from '#app/shared/env.server.ts'

/** A random token of 256 bits, as base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Six digits for a mailed code. */
export function randomCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0')
}

/** What is stored in place of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A short code is guessable from its bare hash, so it is keyed with the secret and bound to its purpose. */
export function hashCode(code: string, boundTo: string): string {
  return createHmac('sha256', env().SESSION_SECRET).update(`code:${boundTo}:${code}`).digest('base64url')
}

/**
 * A token that can be written again into every mail without being stored: it follows from a stored random salt and
 * the secret of the installation, which is not in the database.
 */
export function saltedToken(purpose: string, salt: string): string {
  return createHmac('sha256', env().SESSION_SECRET).update(`${purpose}:${salt}`).digest('base64url')
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
