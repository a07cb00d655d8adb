import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findDatabase, startDatabase } from './database.mjs'
import { findHolder, takeLock } from './lock.mjs'
import { secretOf } from './secret.mjs'
import { inDataDir, stopWith } from './sentence.mjs'

/** @typedef {import('./lock.mjs').Holder} Holder */
/** @typedef {import('./ending.mjs').AtEnd} AtEnd */
/** @typedef {(line: string) => void} Say */

/**
 * Makes the data folder ours until the program ends; two starts on one folder would fight over its database.
 * @param {{ dataDir: string, purpose: string, atEnd: AtEnd }} options
 */
export async function ownDataDir({ dataDir, purpose, atEnd }) {
  const lock = await inDataDir(dataDir, () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return takeLock(path.join(dataDir, 'lock'), {
      purpose,
      refuse: (holder) => sentenceForHolder(dataDir, holder),
    })
  })
  atEnd(() => lock.release())
  return lock
}

/**
 * Starts the embedded database on a folder that is ours, and points the environment to it.
 * @param {{ dataDir: string, say: Say, atEnd: AtEnd }} options
 */
export async function embedDatabase({ dataDir, say, atEnd }) {
  const database = await startDatabase({ dataDir, supervise: true, say })
  atEnd(() => database.stop())
  return pointTo(dataDir, database.url)
}

/**
 * The database of the program that holds the data folder, or null when nobody does.
 * @param {string} dataDir
 */
export async function joinDatabase(dataDir) {
  if (!findHolder(path.join(dataDir, 'lock'))) return null
  for (let tries = 0; tries < 300; tries++, await sleep(100)) {
    const url = await findDatabase(dataDir)
    if (url) return pointTo(dataDir, url)
  }
  throw stopWith(`The program that holds ${dataDir} has no database ready: start it again.`)
}

/**
 * The same, waiting for `npm start` to come up.
 * @param {string} dataDir
 * @param {Say} say
 */
export async function awaitDatabase(dataDir, say) {
  for (let tries = 0; tries < 120; tries++, await sleep(500)) {
    const url = await joinDatabase(dataDir)
    if (url) return url
    if (tries === 0) say('Waiting for `npm start`, which keeps the embedded database …')
  }
  throw stopWith(`Nothing runs on ${dataDir}: start \`npm start\` first, or set DATABASE_URL.`)
}

/**
 * @param {string} dataDir
 * @param {string} url
 */
async function pointTo(dataDir, url) {
  process.env.DATABASE_URL = url
  process.env.EMBEDDED_DATABASE = '1'
  process.env.SESSION_SECRET ||= await secretOf(dataDir)
  return url
}

/**
 * @param {string} dataDir
 * @param {Holder | null} holder
 */
function sentenceForHolder(dataDir, holder) {
  const who = holder
    ? `${holder.purpose}, process ${holder.pid} on ${holder.host}, since ${holder.since}`
    : 'another program'
  return `${dataDir} is already in use (${who}): stop that one first, or give this one a DATA_DIR and a PORT of its own.`
}
