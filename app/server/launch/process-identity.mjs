import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from './sentence.mjs'

const isLinux = process.platform === 'linux'

/**
 * Whether a process with this number exists; one of another user counts.
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return !isZombie(pid)
}

/** @param {number} pid */
function isZombie(pid) {
  return isLinux && statFields(pid)?.[0] === 'Z'
}

/**
 * When this process was started, as a text that no later process with the same number shares; null where unknown.
 * @param {number} pid
 */
export function identityOf(pid) {
  if (process.platform === 'win32') return null
  if (!isLinux) return spoken('ps', ['-o', 'lstart=', '-p', String(pid)])
  const started = statFields(pid)?.[19]
  const boot = read('/proc/sys/kernel/random/boot_id')?.trim()
  return started && boot ? `${boot}/${started}` : null
}

/**
 * The command line of a process, its words joined by spaces; null where unknown.
 * @param {number} pid
 */
export function commandOf(pid) {
  if (process.platform === 'win32') return null
  if (!isLinux) return spoken('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() || null
}

/**
 * The fields of /proc/<pid>/stat from the state on: the name before them may hold spaces and brackets.
 * @param {number} pid
 */
function statFields(pid) {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function spoken(command, words) {
  return spawnSync(command, words, { encoding: 'utf8' }).stdout?.trim() || null
}
