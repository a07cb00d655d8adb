import type { LiveState } from './domain/live-state.ts'

export type Connection = 'waiting' | 'open' | 'lost'

type Hear = {
  state: (state: LiveState) => void
  /** The server's clock, in milliseconds. */
  clock: (now: number) => void
  connection: (connection: Connection) => void
}

/** Without a word for so long, in milliseconds, the stream counts as lost; for so long, it is opened anew. */
const silences = { lost: 25_000, dead: 50_000 }
const longestWait = 30_000

/**
 * Follows the stream of a live room, whatever happens to it: one that was refused is opened again, later and later; one
 * that fell asleep or lost its network, as soon as that shows. Gives the way to stop.
 */
export function followStream(address: string, hear: Hear): () => void {
  let stream: EventSource | undefined
  let refusals = 0
  let opensAt = 0
  let heardAt = Date.now()
  const heard = () => {
    heardAt = Date.now()
    refusals = 0
    hear.connection('open')
  }
  const open = () => {
    stream?.close()
    stream = new EventSource(address)
    stream.onmessage = ({ data }) => {
      heard()
      hear.state(JSON.parse(data) as LiveState)
    }
    stream.addEventListener('clock', ({ data }) => {
      heard()
      hear.clock(Number(data))
    })
    stream.onerror = () => {
      hear.connection('lost')
      if (stream?.readyState !== EventSource.CLOSED) return
      opensAt = Date.now() + Math.min(1000 * 2 ** refusals++, longestWait) * (0.5 + Math.random())
    }
  }
  const watch = () => {
    const silence = Date.now() - heardAt
    if (silence > silences.lost) hear.connection('lost')
    const isGone = stream?.readyState === EventSource.CLOSED || silence > silences.dead
    if (!isGone || Date.now() < opensAt) return
    opensAt = Date.now() + 10_000
    open()
  }
  const lose = () => hear.connection('lost')
  const wake = () => {
    if (!document.hidden) open()
  }
  open()
  const watching = setInterval(watch, 1000)
  addEventListener('online', open)
  addEventListener('offline', lose)
  document.addEventListener('visibilitychange', wake)
  return () => {
    clearInterval(watching)
    removeEventListener('online', open)
    removeEventListener('offline', lose)
    document.removeEventListener('visibilitychange', wake)
    stream?.close()
  }
}
