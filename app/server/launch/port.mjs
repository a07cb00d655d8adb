import net from 'node:net'
import { stopWith } from './sentence.mjs'

/** Stops with a sentence when the web address is taken, before any slow work is done for it. */
export async function refuseBusyPort(port, host) {
  const code = await tryListening(port, host)
  if (code) throw stopWith(sentenceForListening(code, port, host))
}

/** The sentence for a port that cannot be listened on. */
export function sentenceForListening(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is in use by another program: stop it, or choose another one with PORT.`
  if (code === 'EACCES')
    return `Port ${port} needs more rights than this user has: choose one from 1024 on with PORT.`
  return `The address ${host}:${port} cannot be listened on (${code}): check HOST and PORT.`
}

/** A port for the database: the one it had last, when nobody took it. */
export async function freePort(wanted) {
  if (wanted && !(await tryListening(wanted, '127.0.0.1'))) return wanted
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}
