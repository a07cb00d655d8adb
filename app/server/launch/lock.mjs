import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf, isAlive } from './process-identity.mjs'
import { codeOf, stopWith } from './sentence.mjs'

const beatEvery = 5_000
/** A holder on another machine (a shared volume) cannot be looked at: it lives as long as it touches its lock. */
const foreignPatience = 3 * beatEvery
const writingPatience = 2_000

/**
 * @typedef {{ pid: number, identity: string | null, host: string, purpose: string, state: 'running' | 'stopping', since: string, mark: string }} Holder
 */

/**
 * Whether a lock found on disk still holds.
 * @param {Holder | null} holder null when its text cannot be read
 * @param {{ host: string, pid: number, alive: boolean, identity: string | null, age: number }} seen this machine and
 *   process, what is known of the holder's process now, and the milliseconds since the lock was touched
 */
export function judgeLock(holder, seen) {
  if (!holder) return seen.age < writingPatience ? 'held' : 'stale'
  if (holder.host !== seen.host) return seen.age < foreignPatience ? 'held' : 'stale'
  if (!seen.alive) return 'stale'
  if (holder.identity && seen.identity) return holder.identity === seen.identity ? 'held' : 'stale'
  return holder.pid === seen.pid ? 'stale' : 'held'
}

/**
 * Who holds a lock now, or null when nobody living does.
 * @param {string} file
 */
export function findHolder(file) {
  const found = readLock(file)
  return found && judge(found) === 'held' ? found.holder : null
}

/**
 * Takes a lock, from the dead too. Waits while the holder is stopping (or as long as `patience` says), else stops with
 * the sentence that `refuse` makes. The lock is a file, because plain Node cannot flock.
 * @param {string} file
 * @param {{ purpose: string, patience?: number, refuse: (holder: Holder | null) => string }} options
 */
export async function takeLock(file, { purpose, patience = 0, refuse }) {
  const holder = { pid: process.pid, identity: identityOf(process.pid), host: hostname(), purpose }
  /** @type {Holder} */
  const mine = { ...holder, state: 'running', since: new Date().toISOString(), mark: randomUUID() }
  for (const began = Date.now(); ; await sleep(100)) {
    if (create(file, mine)) return held(file, mine)
    const found = readLock(file)
    if (!found) continue
    if (judge(found) === 'stale') {
      removeStale(file)
      continue
    }
    const waits =
      found.holder === null || found.holder.host !== mine.host ? foreignPatience + beatEvery : patience
    const limit = found.holder?.state === 'stopping' ? Math.max(waits, 15_000) : waits
    if (Date.now() - began > limit) throw stopWith(refuse(found.holder))
  }
}

/**
 * @param {string} file
 * @param {Holder} mine
 */
function held(file, mine) {
  const beat = setInterval(() => touch(file), beatEvery)
  beat.unref()
  const isMine = () => readLock(file)?.holder?.mark === mine.mark
  return {
    /** Lets the next start know that it is worth waiting. */
    stopping: () => isMine() && writeFileSync(file, JSON.stringify({ ...mine, state: 'stopping' })),
    release: () => {
      clearInterval(beat)
      if (isMine()) rmSync(file, { force: true })
    },
  }
}

/**
 * @param {string} file
 * @param {Holder} mine
 */
function create(file, mine) {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o644 })
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    if (code === 'ENOSPC' || code === 'EDQUOT') rmSync(file, { force: true })
    throw error
  }
}

/** @param {{ holder: Holder | null, age: number }} found */
function judge({ holder, age }) {
  const pid = holder?.pid ?? 0
  return judgeLock(holder, {
    host: hostname(),
    pid: process.pid,
    alive: isAlive(pid),
    identity: identityOf(pid),
    age,
  })
}

/**
 * @param {string} file
 * @returns {{ holder: Holder | null, age: number } | null}
 */
function readLock(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs
    const text = readFileSync(file, 'utf8')
    return { holder: parseHolder(text), age }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * @param {string} text
 * @returns {Holder | null}
 */
function parseHolder(text) {
  try {
    const holder = JSON.parse(text)
    return Number.isInteger(holder?.pid) ? holder : null
  } catch {
    return null
  }
}

/**
 * Two starts may find the same dead lock: only one at a time may look again and remove it, or the slower would remove
 * the faster one's new lock.
 * @param {string} file
 */
function removeStale(file) {
  const door = `${file}.removing`
  try {
    mkdirSync(door)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    if (Date.now() - (statSync(door, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 5_000)
      rmdirSync(door)
    return
  }
  try {
    const found = readLock(file)
    if (found && judge(found) === 'stale') rmSync(file, { force: true })
  } finally {
    rmdirSync(door)
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // A full or vanished folder must not take the running program down with it.
  }
}
