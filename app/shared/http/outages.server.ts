/** Why nothing can be done just now, in a word that a machine reads. */
export type Outage = 'disk-full' | 'connections-exhausted' | 'read-only' | 'database-away'

const remembered = 30_000

const held = globalThis as { banTronOutage?: { outage: Outage; at: number } }

/** Remembers what somebody has just met: looking again may find nothing, since reading still works. */
export function noteOutage(outage: Outage) {
  held.banTronOutage = { outage, at: Date.now() }
}

/** The outage that was met last, while it is news; null when all is well. */
export function lastOutage(now = Date.now()): Outage | null {
  const last = held.banTronOutage
  return last && now - last.at < remembered ? last.outage : null
}
