import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { findBinaries } from './binaries.mjs'
import {
  checkMajor,
  createCluster,
  newPassword,
  readKeys,
  resetPassword,
  role,
  writeKeys,
} from './cluster.mjs'
import { placeCluster } from './placement.mjs'
import { answers } from './postmaster.mjs'
import { inDataDir } from './sentence.mjs'
import { joinServer, launch, quitServer, stopServer, watch } from './server.mjs'

/** @typedef {import('./placement.mjs').Place} Place */
/** @typedef {import('./binaries.mjs').Binaries} Binaries */
/** @typedef {(line: string) => void} Say */

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '96MB',
  effective_cache_size: '384MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}
const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the PostgreSQL of a data folder, or joins the one a killed program left running on it.
 * @param {object} options
 * @param {string} options.dataDir made when missing; the cluster goes to `postgres` in it
 * @param {Record<string, string>} [options.settings] PostgreSQL settings over ours
 * @param {boolean} [options.durable] false: quick and forgetful, for tests
 * @param {boolean} [options.supervise] true: a server that dies under us is started again on its port
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<{ url: string, reused: boolean, created: boolean, stop(): Promise<void> }>}
 */
export async function startDatabase({
  dataDir,
  settings = {},
  durable = true,
  supervise = false,
  say = () => {},
}) {
  return inDataDir(dataDir, async () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const place = placeCluster(dataDir)
    const binaries = findBinaries(dataDir, place.ids)
    const keys = place.exists
      ? await keysOf({ dataDir, place, binaries })
      : makeDatabase({ dataDir, place, binaries, durable, say })
    const server = {
      dataDir,
      ...place,
      binaries,
      say,
      settings: { ...defaults, ...(durable ? {} : forTests), ...settings },
    }
    const found = await joinServer(place.directory)
    const running = found ?? (await launch(server, keys.port))
    if (keys.port !== running.port) writeKeys(dataDir, { ...keys, port: running.port })
    // What is not meant to last must not outlive a test run that was broken off.
    if (!durable) process.once('exit', () => quitServer(place.directory))
    const stop = supervise ? watch(server, running) : () => stopServer(server)
    return { url: urlOf(keys.password, running.port), reused: Boolean(found), created: !place.exists, stop }
  })
}

/**
 * The address of the server that another program of ours keeps running on a data folder, or null.
 * @param {string} dataDir
 */
export async function findDatabase(dataDir) {
  const keys = readKeys(dataDir)
  if (!keys || !existsSync(path.join(dataDir, 'postgres'))) return null
  const { port } = keys
  return port && (await answers(port)) ? urlOf(keys.password, port) : null
}

const urlOf = (/** @type {string} */ password, /** @type {number} */ port) =>
  `postgres://${role}:${password}@127.0.0.1:${port}/postgres`

/** @param {{ dataDir: string, place: Place, binaries: Binaries, durable: boolean, say: Say }} options */
function makeDatabase({ dataDir, place, binaries, durable, say }) {
  say('Setting up the database …')
  const keys = writeKeys(dataDir, { password: newPassword() })
  createCluster({ binaries, directory: place.directory, ids: place.ids, password: keys.password, durable })
  return keys
}

/** @param {{ dataDir: string, place: Place, binaries: Binaries }} options */
async function keysOf({ dataDir, place, binaries }) {
  checkMajor(place.directory, binaries.major)
  const keys = readKeys(dataDir)
  if (keys) return keys
  await stopServer({ binaries, ...place })
  const password = newPassword()
  resetPassword({ binaries, ...place, password })
  return writeKeys(dataDir, { password, seeded: true })
}
