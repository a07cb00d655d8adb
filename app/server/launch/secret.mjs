import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, inDataDir, stopWith } from './sentence.mjs'

/**
 * The secret of a data folder, made at its first use; links in mails that were sent depend on it.
 * @param {string} dataDir
 */
export async function secretOf(dataDir) {
  const file = path.join(dataDir, 'session-secret')
  return inDataDir(dataDir, () => {
    const kept = read(file)
    if (kept) return kept
    const secret = randomBytes(48).toString('base64url')
    writeFileSync(file, `${secret}\n`, { mode: 0o600 })
    return secret
  })
}

/**
 * Keeps a secret that came with a backup.
 * @param {string} dataDir
 * @param {string} secret
 */
export function keepSecret(dataDir, secret) {
  writeFileSync(path.join(dataDir, 'session-secret'), `${secret}\n`, { mode: 0o600 })
}

/** Stops with a sentence: with a database of one's own, several machines must share one secret. */
export function refuseMissingSecret() {
  throw stopWith(
    'SESSION_SECRET must be set when DATABASE_URL is: take a random text of 32 characters or more, and keep it.',
  )
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}
