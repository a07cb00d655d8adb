import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveState } from './domain/live-state.ts'
import { type Connection, followStream } from './follow-stream.ts'

/**
 * The state of an event's live room as it changes, and the time by the server's clock, renewed each second. The newest
 * state wins, whichever way it came; when the stream is lost the clock runs on from the last one. `renew` asks once.
 */
export function useLive(event: string, loaded: LiveState) {
  const [heard, setHeard] = useState(loaded)
  const [connection, setConnection] = useState<Connection>('waiting')
  const offset = useRef(0)
  const live = loaded.revision >= heard.revision ? loaded : heard
  const [now, setNow] = useState(() => Date.parse(loaded.at))
  const address = `/events/${event}/live/stream`
  const take = useCallback(
    (state: LiveState) => setHeard((before) => (state.revision >= before.revision ? state : before)),
    [],
  )
  useEffect(() => {
    const clock = (server: number) => {
      offset.current = server - Date.now()
    }
    return followStream(address, { state: take, clock, connection: setConnection })
  }, [address, take])
  useEffect(() => {
    offset.current = Date.parse(loaded.at) - Date.now()
  }, [loaded.at])
  useEffect(() => {
    const tick = () => setNow(Date.now() + offset.current)
    tick()
    const ticking = setInterval(tick, 1000)
    return () => clearInterval(ticking)
  }, [])
  const renew = useCallback(async () => {
    try {
      const signal = AbortSignal.timeout(10_000)
      const answer = await fetch(address, { headers: { Accept: 'application/json' }, signal })
      if (answer.ok) take((await answer.json()) as LiveState)
    } catch {
      // The stream tells it later.
    }
  }, [address, take])
  return { live, now, connection, renew }
}
