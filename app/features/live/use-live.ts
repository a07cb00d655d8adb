import { useEffect, useRef, useState } from 'react'
import type { LiveState } from './domain/live-state.ts'

export type Connection = 'waiting' | 'open' | 'lost'

/**
 * The state of an event's live room as it changes, and the time by the server's clock, renewed each second. The newest
 * state wins, whichever way it came; when the stream is lost the clock runs on from the last one.
 */
export function useLive(event: string, loaded: LiveState) {
  const [heard, setHeard] = useState(loaded)
  const [connection, setConnection] = useState<Connection>('waiting')
  const offset = useRef(0)
  const live = loaded.revision >= heard.revision ? loaded : heard
  const [now, setNow] = useState(() => Date.parse(loaded.at))
  useEffect(() => {
    const take = (state: LiveState) =>
      setHeard((before) => (state.revision >= before.revision ? state : before))
    const stream = new EventSource(`/events/${event}/live/stream`)
    stream.onopen = () => setConnection('open')
    stream.onerror = () => setConnection('lost')
    stream.onmessage = ({ data }) => {
      setConnection('open')
      take(JSON.parse(data) as LiveState)
    }
    stream.addEventListener('clock', ({ data }) => {
      offset.current = Number(data) - Date.now()
    })
    return () => stream.close()
  }, [event])
  useEffect(() => {
    offset.current = Date.parse(loaded.at) - Date.now()
  }, [loaded.at])
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset.current)
    tick()
    const ticking = setInterval(tick, 1000)
    return () => clearInterval(ticking)
  }, [])
  return { live, now, connection }
}
