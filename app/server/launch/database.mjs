import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries.mjs'
import {
  checkMajor,
  cleanEnvironment,
  createCluster,
  newPassword,
  readKeys,
  resetPassword,
  role,
  sentenceForLog,
  sentenceForSpawn,
  writeKeys,
} from './cluster.mjs'
import { placeCluster } from './placement.mjs'
import { freePort } from './port.mjs'
import { accepts, findServer, readPostmasterPid } from './postmaster.mjs'
import { isAlive } from './process-identity.mjs'
import { inDataDir, stopWith } from './sentence.mjs'

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
    const stop = supervise ? watch(server, running) : () => stopServer(server)
    return { url: urlOf(keys.password, running.port), reused: Boolean(found), created: !place.exists, stop }
  })
}

/** The address of the server that another program of ours keeps running on a data folder, or null. */
export async function findDatabase(dataDir) {
  const keys = readKeys(dataDir)
  if (!keys || !existsSync(path.join(dataDir, 'postgres'))) return null
  const { port } = keys
  return port && (await accepts(port)) ? urlOf(keys.password, port) : null
}

const urlOf = (password, port) => `postgres://${role}:${password}@127.0.0.1:${port}/postgres`

function makeDatabase({ dataDir, place, binaries, durable, say }) {
  say('Setting up the database …')
  const keys = writeKeys(dataDir, { password: newPassword() })
  createCluster({ binaries, directory: place.directory, ids: place.ids, password: keys.password, durable })
  return keys
}

async function keysOf({ dataDir, place, binaries }) {
  checkMajor(place.directory, binaries.major)
  const keys = readKeys(dataDir)
  if (keys) return keys
  await stopServer({ binaries, ...place })
  const password = newPassword()
  resetPassword({ binaries, ...place, password })
  return writeKeys(dataDir, { password })
}

/** A server that runs on this cluster already and takes connections; one that is still stopping is waited for. */
async function joinServer(directory) {
  for (let server = findServer(directory); server; server = findServer(directory)) {
    if (server.status === 'ready' && server.port && (await accepts(server.port))) return server
    await sleep(50)
  }
  return null
}

async function launch(server, wantedPort) {
  const deadline = Date.now() + 20_000
  for (let port = await freePort(wantedPort); ; port = await freePort(wantedPort)) {
    const log = await tryLaunch(server, port)
    if (log === undefined) return { port }
    // A killed server's backends hold its memory for a moment longer.
    const isPassing = /still in use|could not bind|Address already in use/.test(log)
    if (!isPassing || Date.now() > deadline) throw stopWith(sentenceForLog(log, server.directory))
    await sleep(200)
  }
}

/** One attempt; answers what the server wrote when it gave up, nothing when it is ready. */
async function tryLaunch(server, port) {
  clearFalseNote(server.directory)
  const logFile = path.join(server.dataDir, 'postgres.log')
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000)
    renameSync(logFile, `${logFile}.1`)
  const output = openSync(logFile, 'a', 0o600)
  const logged = statSync(logFile).size
  const words = ['-D', server.directory, '-p', String(port)]
  for (const [name, value] of Object.entries(server.settings)) words.push('-c', `${name}=${value}`)
  // A group of its own: Ctrl-C in the terminal must reach the web process first. A file, so that it outlives us.
  const options = { ...server.ids, cwd: '/', env: cleanEnvironment(), detached: true, windowsHide: true }
  const child = spawn(server.binaries.postgres, words, { ...options, stdio: ['ignore', output, output] })
  closeSync(output)
  child.unref()
  let ended = false
  let told = false
  let fault
  child.once('exit', () => {
    ended = true
  })
  child.once('error', (error) => {
    fault = error
  })
  for (const began = Date.now(); ; await sleep(20)) {
    if (fault) throw stopWith(sentenceForSpawn(fault))
    const { note } = readPostmasterPid(server.directory)
    const isReady = note?.status === 'ready' && (note.pid === child.pid || process.platform === 'win32')
    if (isReady && (await accepts(port))) return undefined
    if (ended) return readFileSync(logFile).subarray(logged).toString('utf8')
    if (!told && Date.now() - began > 5_000) {
      told = true
      server.say('The database is recovering from a crash; this can take a while …')
    }
  }
}

/**
 * A note that names a living stranger (its number was given out again) would keep PostgreSQL from starting. With our
 * own number it counts as stale, and PostgreSQL still checks the shared memory that the note also names.
 */
function clearFalseNote(directory) {
  const { text, note } = readPostmasterPid(directory)
  const file = path.join(directory, 'postmaster.pid')
  if (text === undefined || findServer(directory)) return
  if (!note) renameSync(file, `${file}.unreadable`)
  else if (isAlive(note.pid)) writeFileSync(file, text.replace(/^\s*-?\d+/, String(process.pid)))
}

/** Fast shutdown of whatever server runs on the cluster, and the wait for its end. */
async function stopServer({ directory, binaries, ids }) {
  const running = findServer(directory)
  if (!running) return
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-m', 'fast', '-w', '-D', directory], {
      ...ids,
      cwd: '/',
      env: cleanEnvironment(),
    })
    return
  }
  try {
    process.kill(running.pid, 'SIGINT')
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
  while (isAlive(running.pid)) await sleep(20)
}

/** Looks after the server while we run; the answer stops both. */
function watch(server, running) {
  let stopping = false
  let watching = Promise.resolve()
  const look = async () => {
    if (stopping || findServer(server.directory)) return
    server.say('The database ended; starting it again …')
    for (let pause = 500; !stopping; pause = Math.min(pause * 2, 30_000)) {
      try {
        if (!(await joinServer(server.directory))) await launch(server, running.port)
        return server.say('The database is back.')
      } catch (error) {
        server.say(error.message)
        await sleep(pause)
      }
    }
  }
  const timer = setInterval(() => {
    watching = watching.then(look)
  }, 500)
  timer.unref()
  return async () => {
    stopping = true
    clearInterval(timer)
    await watching
    await stopServer(server)
  }
}
