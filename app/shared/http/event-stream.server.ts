import { AsyncResource } from 'node:async_hooks'
import { onRightsChanged } from './rights-changes.server.ts'

export type StreamedMessage = { id: number; body: unknown }
type Open = (send: (message: StreamedMessage) => void, gone: AbortSignal) => Promise<void> | void

// On globalThis, so that a module reloaded in development still closes what it opened before.
const held = globalThis as { banTronStreams?: Set<() => void> }
const open = () => (held.banTronStreams ??= new Set())

const beat = 15_000
/** How soon a browser comes back when the stream ends. */
const retry = 1000
/** A stream ends after so long: whoever comes back is asked again who they are. */
const longest = 5 * 60_000

/** Asks again whether the reader may still read: a refusal, of whatever kind, ends the stream. */
type Still = () => Promise<unknown>

/**
 * Messages as they happen (`text/event-stream`), until the reader goes, loses the right to them, or the process ends.
 * `start` may send at once, and must take back what it holds when `gone` fires. `still` is asked with each beat,
 * before each message and whenever anybody's rights change; what happens meanwhile waits for its answer.
 */
export function eventStream(request: Request, still: Still, start: Open): Response {
  const ended = new AbortController()
  const words = new TextEncoder()
  // In the request's own context: whoever calls it later has none, or another's.
  const mayStill = AsyncResource.bind(async () => {
    await still()
  })
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        if (!ended.signal.aborted) controller.enqueue(words.encode(text))
      }
      const close = () => {
        if (ended.signal.aborted) return
        ended.abort()
        clearInterval(beating)
        clearTimeout(ending)
        open().delete(close)
        request.signal.removeEventListener('abort', close)
        controller.close()
      }
      let allowed = Promise.resolve(true)
      const ask = () => {
        if (ended.signal.aborted) return
        const answer = mayStill().then(
          () => true,
          () => false,
        )
        // One no is enough, whatever was answered before or is answered later.
        allowed = Promise.all([allowed, answer]).then(([before, now]) => before && now)
        void allowed.then((may) => may || close())
      }
      const whileAllowed = (text: string) => void allowed.then((may) => may && write(text))
      const beating = setInterval(() => {
        ask()
        whileAllowed(': beat\n\n')
      }, beat)
      const ending = setTimeout(close, longest)
      open().add(close)
      // The listener holds the request: its signal is lost when the request is collected.
      request.signal.addEventListener('abort', close)
      if (request.signal.aborted) return close()
      write(`retry: ${retry}\n\n`)
      try {
        await onRightsChanged(ask, ended.signal)
        // What changed before we listened would be missed.
        ask()
        await start(({ id, body }) => {
          // News of rights comes on a connection of its own, and may come later than what it should have kept back.
          ask()
          whileAllowed(`id: ${id}\ndata: ${JSON.stringify(body)}\n\n`)
        }, ended.signal)
      } catch {
        close()
      }
    },
    cancel: () => ended.abort(),
  })
  // `no-transform`: a compressed stream would wait for more before it says anything.
  const headers = {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    // Kept alive behind the last message, it would hold up a server that closes.
    Connection: 'close',
  }
  return new Response(body, { headers })
}

/** Ends all open streams, since a server that closes waits for its last answer. */
export function closeEventStreams() {
  for (const close of [...open()]) close()
}
