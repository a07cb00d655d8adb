/** One line of the table. Ratios are taken within one run; the rest of the numbers are in `raw`. */
export type Finding = {
  what: string
  result: string
  target?: string
  met?: boolean
  raw: Record<string, number>
}

/** The value below which a share of them lies, by nearest rank. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
export const median = (values: number[]) => percentile(values, 0.5)

/**
 * Takes each trial in turn, round after round, so that what else the machine does meets all of them alike. The first
 * round warms up and does not count.
 */
export async function interleave<Name extends string, T>(
  rounds: number,
  trials: Record<Name, () => Promise<T>>,
): Promise<Record<Name, T[]>> {
  const names = Object.keys(trials) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<Name, T[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const result = await trials[name]()
      if (round > 0) results[name].push(result)
    }
  }
  return results
}

export const percent = (ratio: number) => `${Math.round(ratio * 100)} %`
export const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 1 : 0)} ×`
export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')}/s`
export const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`
export const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
