import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { giveTo, isRoot } from './placement.mjs'
import { codeOf, stopWith } from './sentence.mjs'

/** @typedef {import('./placement.mjs').Ids} Ids */
/** @typedef {import('./binaries.mjs').Binaries} Binaries */
/** @typedef {{ password: string, port?: number, seeded?: boolean }} Keys */

export const role = 'ban_tron'

/** The environment for PostgreSQL's programs: nothing of ours that would bend them. */
export function cleanEnvironment() {
  const bending = /^(PG|LD_|DYLD_|LC_|LANG)/
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (bending.test(name)) delete env[name]
  return { ...env, LC_ALL: 'C', TZ: 'UTC' }
}

/**
 * What we know of a data folder's database: its password and the port it had last.
 * @param {string} dataDir
 * @returns {Keys | null}
 */
export function readKeys(dataDir) {
  try {
    const keys = JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'))
    return typeof keys.password === 'string' ? keys : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Keeps them, readable by the owner only; whole or not at all.
 * @param {string} dataDir
 * @param {Keys} keys
 */
export function writeKeys(dataDir, keys) {
  const file = path.join(dataDir, 'database.json')
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  // Root may start what an ordinary user set up, who must be able to go on afterwards.
  if (isRoot()) giveTo(`${file}.new`, statSync(dataDir))
  renameSync(`${file}.new`, file)
  return keys
}

export const isSeeded = (/** @type {string} */ dataDir) => readKeys(dataDir)?.seeded === true

/**
 * Notes that the database has its first events.
 * @param {string} dataDir
 */
export function markSeeded(dataDir) {
  const keys = readKeys(dataDir)
  if (keys) writeKeys(dataDir, { ...keys, seeded: true })
}

export const newPassword = () => randomBytes(24).toString('base64url')

/**
 * Makes an empty cluster. It is made beside its place and moved there when it is complete: initdb writes PG_VERSION
 * early, so a killed one would look like a database.
 * @param {{ binaries: Binaries, directory: string, ids: Ids, password: string, durable: boolean }} options
 */
export function createCluster({ binaries, directory, ids, password, durable }) {
  const parent = path.dirname(directory)
  for (const name of readdirSync(parent)) {
    if (name.startsWith('postgres.new')) rmSync(path.join(parent, name), { recursive: true, force: true })
  }
  const unfinished = path.join(parent, `postgres.new-${process.pid}`)
  const passwordFile = path.join(parent, `postgres.new-${process.pid}-password`)
  // Root makes both and gives them away, because the other user may not write into the parent.
  spawnable(unfinished, ids)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(passwordFile, ids)
  const words = ['-D', unfinished, '-U', role, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  words.push(
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=und',
    ...(durable ? [] : ['--no-sync']),
  )
  const run = spawnSync(binaries.initdb, words, {
    ...ids,
    cwd: '/',
    env: cleanEnvironment(),
    encoding: 'utf8',
    windowsHide: true,
  })
  rmSync(passwordFile, { force: true })
  if (run.status === 0) return renameSync(unfinished, directory)
  rmSync(unfinished, { recursive: true, force: true })
  throw stopWith(
    run.error ? sentenceForSpawn(run.error) : sentenceForLog(`${run.stdout}\n${run.stderr}`, parent),
  )
}

/**
 * Stops with a sentence when the cluster was made by another major version than the programs'.
 * @param {string} directory
 * @param {string} major
 */
export function checkMajor(directory, major) {
  const file = path.join(directory, 'PG_VERSION')
  if (!existsSync(file))
    throw stopWith(
      `${directory} is no PostgreSQL database: move it away, or choose another folder with DATA_DIR.`,
    )
  const made = readFileSync(file, 'utf8').trim()
  if (made === major) return
  throw stopWith(
    `The database in ${directory} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}: ` +
      'with the earlier release run `npm run db:backup`, move the folder away, then run `npm run db:restore` here with that file.',
  )
}

/**
 * Sets the password again when our note of it is lost; only possible while no server runs on the cluster.
 * @param {{ binaries: Binaries, directory: string, ids: Ids, password: string }} options
 */
export function resetPassword({ binaries, directory, ids, password }) {
  const input = `ALTER ROLE ${role} PASSWORD '${password}'\n`
  const run = spawnSync(binaries.postgres, ['--single', '-D', directory, 'postgres'], {
    ...ids,
    cwd: '/',
    env: cleanEnvironment(),
    encoding: 'utf8',
    input,
    windowsHide: true,
  })
  if (run.status !== 0)
    throw stopWith(run.error ? sentenceForSpawn(run.error) : sentenceForLog(run.stderr, directory))
}

/**
 * The sentence for a PostgreSQL program that could not be run at all.
 * @param {Error} error
 */
export function sentenceForSpawn(error) {
  const code = codeOf(error)
  if (code === 'ENOENT')
    return 'The embedded PostgreSQL cannot run on this system (it needs glibc; Alpine has none): set DATABASE_URL to a PostgreSQL of your own.'
  if (code === 'EINVAL' || code === 'EPERM')
    return 'PostgreSQL may not run as root, and this container knows no other user: start as an ordinary user, or set DATABASE_URL.'
  return `The embedded PostgreSQL could not be run (${code}): set DATABASE_URL to a PostgreSQL of your own.`
}

/** @type {[RegExp, (place: string, found: RegExpExecArray) => string][]} */
const known = [
  [
    /No space left on device|Disk quota exceeded/i,
    (place) => `There is no space left for the database in ${place}: free some and start again.`,
  ],
  [
    /Read-only file system/i,
    (place) =>
      `The database in ${place} is on a read-only file system: choose a writable folder with DATA_DIR.`,
  ],
  [
    /could not look up effective user ID/i,
    () =>
      'PostgreSQL needs a user with an entry in /etc/passwd to set up its database, and this one has none: start as a named user, or set DATABASE_URL.',
  ],
  [
    /error while loading shared libraries: (\S+)/i,
    (_place, found) =>
      `The embedded PostgreSQL misses the system library ${found[1]?.replace(/:$/, '')}: install it, or set DATABASE_URL.`,
  ],
  [
    /could not (?:map anonymous|create|resize) shared memory/i,
    () => 'There is not enough shared memory for PostgreSQL: give this machine or container more.',
  ],
  [
    /Permission denied/i,
    (place) =>
      `PostgreSQL may not write to ${place}: check the rights of that folder, or choose another one with DATA_DIR.`,
  ],
]

/**
 * The sentence for what a PostgreSQL program wrote before it gave up.
 * @param {string} log
 * @param {string} place
 */
export function sentenceForLog(log, place) {
  for (const [pattern, say] of known) {
    const found = pattern.exec(log)
    if (found) return say(place, found)
  }
  const last =
    log
      .split('\n')
      .filter((line) => /FATAL|PANIC|error/i.test(line))
      .at(-1) ?? log.trim().split('\n').at(-1)
  return `PostgreSQL did not start in ${place}. It said: ${last?.trim() || 'nothing'}`
}

/**
 * @param {string} folder
 * @param {Ids} ids
 */
function spawnable(folder, ids) {
  mkdirSync(folder, { mode: 0o700 })
  chmodSync(folder, 0o700)
  giveTo(folder, ids)
}
