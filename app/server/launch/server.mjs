import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cleanEnvironment, sentenceForLog, sentenceForSpawn } from './cluster.mjs'
import { freePort } from './port.mjs'
import { answers, findServer, readPostmasterPid } from './postmaster.mjs'
import { isAlive } from './process-identity.mjs'
import { codeOf, sentenceFor, stopWith } from './sentence.mjs'

/**
 * @typedef {object} Server what is needed to run a server on a cluster
 * @property {string} directory the cluster
 * @property {{ uid?: number, gid?: number }} ids who runs it
 * @property {{ postgres: string, pgCtl: string }} binaries
 * @property {string} dataDir where its log goes
 * @property {Record<string, string>} settings
 * @property {(line: string) => void} say
 */

/**
 * A server that runs on this cluster already and takes connections; one that is still stopping is waited for.
 * @param {string} directory
 * @returns {Promise<{ port: number } | null>}
 */
export async function joinServer(directory) {
  for (let server = findServer(directory); server; server = findServer(directory)) {
    if (server.status === 'ready' && server.port && (await answers(server.port))) return { port: server.port }
    await sleep(50)
  }
  return null
}

/**
 * Starts a server; answers the port it got.
 * @param {Server} server
 * @param {number | undefined} wantedPort
 */
export async function launch(server, wantedPort) {
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

/**
 * One attempt; answers what the server wrote when it gave up, nothing when it is ready.
 * @param {Server} server
 * @param {number} port
 */
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
  /** @type {Error | undefined} */
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
    if (isReady && (await answers(port))) return undefined
    if (ended) return readFileSync(logFile).subarray(logged).toString('utf8')
    if (!told && Date.now() - began > 5_000) {
      told = true
      server.say('The database is recovering from a crash; this can take a while …')
    }
  }
}

/**
 * A note left by a killed server may name a number that was given out again, or a zombie that nobody collects, and
 * PostgreSQL would not start. With our own number it counts as stale: PostgreSQL forgives its parent, and still
 * checks the shared memory that the note also names.
 * @param {string} directory
 */
function clearFalseNote(directory) {
  const { text, note } = readPostmasterPid(directory)
  const file = path.join(directory, 'postmaster.pid')
  if (text === undefined || findServer(directory)) return
  if (note) writeFileSync(file, text.replace(/^\s*-?\d+/, String(process.pid)))
  else renameSync(file, `${file}.unreadable`)
}

/**
 * Fast shutdown of whatever server runs on the cluster, and the wait for its end.
 * @param {Pick<Server, 'directory' | 'binaries' | 'ids'>} server
 */
export async function stopServer({ directory, binaries, ids }) {
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
    if (codeOf(error) !== 'ESRCH') throw error
  }
  while (isAlive(running.pid)) await sleep(20)
}

/**
 * Ends the server at once, without a word to its clients.
 * @param {string} directory
 */
export function quitServer(directory) {
  const running = findServer(directory)
  if (running) process.kill(running.pid, 'SIGQUIT')
}

/**
 * Looks after the server while we run; the answer stops both.
 * @param {Server} server
 * @param {{ port: number }} running
 */
export function watch(server, running) {
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
        server.say(sentenceFor(error))
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
