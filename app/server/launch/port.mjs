import { randomInt } from 'node:crypto'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, stopWith } from './sentence.mjs'

/**
 * Stops with a sentence when the web address is taken, before any slow work is done for it.
 * @param {number} port
 * @param {string} host
 */
export async function refuseBusyPort(port, host) {
  const code = await tryListening(port, host)
  if (code) throw stopWith(sentenceForListening(code, port, host))
}

/**
 * The sentence for a port that cannot be listened on.
 * @param {string | undefined} code
 * @param {number} port
 * @param {string} host
 */
export function sentenceForListening(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program: stop it, or choose another one with PORT.`
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has: choose one from 1024 on with PORT.`
  return `The address ${host}:${port} cannot be listened on (${code}): check HOST and PORT.`
}

const patience = 2_000
// Below the ports that systems hand to outgoing connections, so that none of them sits on it when we come back.
const own = { from: 20_000, to: 32_000 }

/**
 * A port for the database: the one it had last, when nobody took it. A server that was just killed may hold it for a
 * moment, so it is waited for.
 * @param {number | undefined} wanted
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const until = Date.now() + patience
  while (wanted) {
    if (!(await tryListening(wanted, '127.0.0.1'))) return wanted
    if (Date.now() > until) break
    await sleep(100)
  }
  for (let tries = 0; tries < 20; tries++) {
    const port = randomInt(own.from, own.to)
    if (!(await tryListening(port, '127.0.0.1'))) return port
  }
  return anyPort()
}

/** @returns {Promise<number>} */
function anyPort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} why not
 */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(codeOf(error) ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
