import type { IncomingMessage } from 'node:http'

export type Patience = {
  /** Longest silence, in milliseconds. */
  silence: number
  /** What every sender has at first, and the pace in bytes a second that is asked for afterwards. */
  grace: number
  pace: number
}

/** Enough for a telephone at the edge of its network; too little for somebody who sends a byte a minute. */
export const patience: Patience = { silence: 15_000, grace: 20_000, pace: 8 * 1024 }

/** Calls `late` once when the sender of a body falls silent or is too slow; gives up watching at its end. */
export function watchSender(req: IncomingMessage, late: () => void, { silence, grace, pace } = patience) {
  const startedAt = Date.now()
  let heardAt = startedAt
  let bytes = 0
  const watching = setInterval(
    () => {
      const now = Date.now()
      const isSilent = now - heardAt > silence
      const isSlow = now - startedAt > grace + (bytes / pace) * 1000
      if (!isSilent && !isSlow) return
      stop()
      late()
    },
    Math.min(1000, silence / 2),
  ).unref()
  const stop = () => clearInterval(watching)
  req.once('end', stop)
  req.once('close', stop)
  return {
    heard(part: Buffer) {
      heardAt = Date.now()
      bytes += part.length
    },
    stop,
  }
}
