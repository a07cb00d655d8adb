import { readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { commandOf, isAlive } from './process-identity.mjs'

/**
 * PostgreSQL's own note about the server on a cluster (postmaster.pid), or null when it is none.
 * @param {string | undefined} text
 */
export function parsePostmasterPid(text) {
  const lines = (text ?? '').split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!Number.isInteger(pid) || pid === 0) return null
  return {
    pid: Math.abs(pid),
    directory: lines[1] ?? '',
    port: Number.isInteger(port) && port > 0 ? port : null,
    status: lines[7] ?? '',
  }
}

/**
 * The note on a cluster as it stands on disk: the text (undefined when there is none) and what it says.
 * @param {string} directory
 */
export function readPostmasterPid(directory) {
  try {
    const text = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8')
    return { text, note: parsePostmasterPid(text) }
  } catch {
    return { text: undefined, note: null }
  }
}

/**
 * Whether the process that a note names is really a server on this cluster: after a crash the number may belong to
 * anything else. Where command lines cannot be read (Windows) a living process has to do.
 * @param {string} directory
 * @param {{ alive: boolean, command: string | null }} seen
 */
export function isServerOn(directory, seen) {
  if (!seen.alive) return false
  if (seen.command === null) return process.platform === 'win32'
  return /\bpostgres\b/.test(seen.command) && `${seen.command} `.includes(` -D ${directory} `)
}

/**
 * The living server on this cluster, or null.
 * @param {string} directory
 */
export function findServer(directory) {
  const { note } = readPostmasterPid(directory)
  if (!note) return null
  const seen = { alive: isAlive(note.pid), command: commandOf(note.pid) }
  return isServerOn(directory, seen) ? note : null
}

/**
 * Whether a PostgreSQL on a local port lets clients in. An open port is not enough: while the server recovers, and for a
 * moment after it was killed, the port takes connections too. So we say hello and see what it answers.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 2000 })
    const finish = (/** @type {boolean} */ yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => socket.write(hello()))
    socket.once('data', (answer) => finish(answer[0] === asksPassword || !answer.includes(cannotConnectNow)))
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => finish(false))
  })
}

const asksPassword = 'R'.charCodeAt(0)
const cannotConnectNow = '57P03'

/** The start-up message of protocol 3.0. */
function hello() {
  const words = Buffer.from(`user\0postgres\0database\0postgres\0\0`)
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + words.length, 0)
  head.writeInt32BE(196_608, 4)
  return Buffer.concat([head, words])
}
