import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '#app/shared/env.server.ts'

const idBytes = 16
const signBytes = 16
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A token that names rows by their ids and can be made again for every mail without a look into the database: nobody
 * without the secret of the installation makes one, and one for one purpose opens nothing else.
 */
export function signedIds(purpose: string, ...ids: string[]): string {
  const named = Buffer.concat(ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')))
  return Buffer.concat([named, signature(purpose, named)]).toString('base64url')
}

/** The ids that a token names, as many as its purpose asks for; null when it was not made here, or for another purpose. */
export function readSignedIds(purpose: string, token: string, count: number): string[] | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== count * idBytes + signBytes || bytes.toString('base64url') !== token) return null
  const named = bytes.subarray(0, count * idBytes)
  if (!timingSafeEqual(bytes.subarray(count * idBytes), signature(purpose, named))) return null
  const ids = Array.from({ length: count }, (_, n) => idOf(named.subarray(n * idBytes, (n + 1) * idBytes)))
  return ids.every((id) => uuid.test(id)) ? ids : null
}

function signature(purpose: string, named: Buffer): Buffer {
  return createHmac('sha256', env().SESSION_SECRET)
    .update(`ids:${purpose}:`)
    .update(named)
    .digest()
    .subarray(0, signBytes)
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
