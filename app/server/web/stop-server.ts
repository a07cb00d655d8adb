import type { Server } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

const patience = 8000
/** Time in which a client that keeps its connection asks once more, and hears that it is the last answer. */
const grace = 1500

type Drain = { begin: () => void; closeIdle: () => void }
const drains = new WeakMap<Server, Drain>()

/** Lets `stopServer` end a server's kept connections by their last answer, instead of cutting them. */
export function drainable(server: Server): Server {
  const underWay = new Map<Socket, number>()
  let isDraining = false
  const add = (socket: Socket, change: 1 | -1) => {
    const left = (underWay.get(socket) ?? 0) + change
    if (!underWay.has(socket)) return
    underWay.set(socket, left)
    if (isDraining && change < 0 && left === 0) socket.end()
  }
  server.on('connection', (socket) => {
    underWay.set(socket, 0)
    socket.once('close', () => underWay.delete(socket))
  })
  const answers = new Set<{ shouldKeepAlive: boolean }>()
  server.prependListener('request', (req, res) => {
    add(req.socket, 1)
    if (isDraining) res.shouldKeepAlive = false
    answers.add(res)
    res.once('close', () => {
      answers.delete(res)
      add(req.socket, -1)
    })
  })
  drains.set(server, {
    begin() {
      isDraining = true
      for (const res of answers) res.shouldKeepAlive = false
    },
    closeIdle() {
      for (const [socket, count] of underWay) if (count === 0) socket.end()
    },
  })
  return server
}

/**
 * Takes no new connections; answers what is asked on those there are, as their last answer, and does not wait for ever.
 */
export async function stopServer(server: Server, wait = { grace, patience }): Promise<void> {
  const drain = drains.get(server)
  const closed = new Promise<void>((resolve) => {
    // Node's own close of an HTTP server cuts kept connections at once, whatever is on its way to us on them.
    if (drain) NetServer.prototype.close.call(server, () => resolve())
    else server.close(() => resolve())
  })
  drain?.begin()
  const idle = setTimeout(() => drain?.closeIdle(), wait.grace)
  const late = setTimeout(() => server.closeAllConnections(), wait.patience)
  await closed
  clearTimeout(idle)
  clearTimeout(late)
  // What is left of Node's own close: the clock that looks for slow requests.
  if (drain) server.close(() => {})
}
