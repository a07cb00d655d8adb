import { once } from 'node:events'
import { connect } from 'node:net'
import { percentile } from './measure.ts'

export type Load = {
  answers: number
  rate: number
  p50: number
  p95: number
  p99: number
  latencies: number[]
  statuses: Record<number, number>
}

type Asking = {
  port: number
  clients: number
  /** The bytes of the next request; null when nothing is left to ask. */
  next: () => Buffer | null
  /** Milliseconds a client thinks between an answer and its next request. */
  pause?: number
}

/**
 * Clients that each ask, wait for the answer and ask again, over kept connections. It reads only what it must of an
 * answer, since it shares the machine with the server.
 */
export async function load({ port, clients, next, pause = 0 }: Asking): Promise<Load> {
  const latencies: number[] = []
  const statuses: Record<number, number> = {}
  const count = (status: number, time: number) => {
    latencies.push(time)
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, () => client({ port, next, pause, count })))
  return summary(latencies, performance.now() - began, statuses)
}

export function summary(latencies: number[], elapsed: number, statuses: Record<number, number> = {}): Load {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(latencies, share)) as [
    number,
    number,
    number,
  ]
  const answers = latencies.length
  return { answers, rate: (answers / elapsed) * 1000, p50, p95, p99, latencies, statuses }
}

async function client(asking: {
  port: number
  next: () => Buffer | null
  pause: number
  count: (status: number, time: number) => void
}) {
  const { port, next, pause, count } = asking
  const socket = connect(port, '127.0.0.1').setNoDelay()
  await once(socket, 'connect')
  await new Promise<void>((resolve, reject) => {
    let sentAt = 0
    const ask = () => {
      const bytes = next()
      if (!bytes) return void socket.end(() => resolve())
      sentAt = performance.now()
      socket.write(bytes)
    }
    const read = answerReader((status) => {
      count(status, performance.now() - sentAt)
      if (pause > 0) setTimeout(ask, pause)
      else ask()
    })
    socket.on('data', read)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server closed a connection.')))
    ask()
  })
}

/** Calls back with the status at the end of each answer. */
function answerReader(done: (status: number) => void) {
  let head = ''
  let status = 0
  let rest = 0
  let tail: string | null = null
  const finish = () => {
    head = ''
    tail = null
    done(status)
  }
  return (part: Buffer) => {
    if (rest > 0) {
      rest -= part.length
      if (rest === 0) finish()
    } else if (tail !== null) {
      tail = (tail + part.subarray(-7).toString('latin1')).slice(-7)
      if (tail.endsWith('0\r\n\r\n')) finish()
    } else {
      head += part.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      status = Number(head.slice(9, 12))
      const length = /\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end))?.[1]
      const body = head.length - end - 4
      if (status === 304 || status === 204) return finish()
      rest = length === undefined ? 0 : Number(length) - body
      if (length === undefined) tail = head.slice(-7)
      if (length === undefined ? head.endsWith('0\r\n\r\n') : rest === 0) finish()
    }
  }
}
