import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#app/shared/env.server.ts'

const ivBytes = 12
const tagBytes = 16

/** Seals a short-lived secret for the database (AES-256-GCM); only a process with the same SESSION_SECRET opens it. */
export function sealSecret(plain: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The words of a sealed secret; throws when it was sealed with another SESSION_SECRET or was touched. */
export function openSecret(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const tag = bytes.subarray(ivBytes, ivBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString(
    'utf8',
  )
}

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().SESSION_SECRET, '', 'ban-tron: sealed mail secrets', 32))
}
