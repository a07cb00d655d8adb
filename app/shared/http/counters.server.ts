type Counters = {
  kept: number
  rendered: number
  unchanged: number
  statuses: Map<string, number>
  keptBytes: number
}

const held = globalThis as { banTronCounters?: Counters }

/** What this process has answered since it started. */
export function counters(): Counters {
  held.banTronCounters ??= { kept: 0, rendered: 0, unchanged: 0, statuses: new Map(), keptBytes: 0 }
  return held.banTronCounters
}

/** Counts an answer by the class of its status: 2xx, 3xx, 4xx, 5xx. */
export function countAnswer(status: number) {
  const label = `${Math.floor(status / 100)}xx`
  const { statuses } = counters()
  statuses.set(label, (statuses.get(label) ?? 0) + 1)
}
