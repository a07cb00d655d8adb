import { type Load, load } from './load.ts'
import { type Finding, interleave, median, milliseconds, times } from './measure.ts'
import { getBytes, queued } from './requests.ts'
import { type Stage, signIn } from './stage.ts'
import type { World } from './world.ts'

const rounds = 5
const asked = 40

/**
 * Searched as people type: without diacritics, half a name, an address, a body, one letter, words of many and of few,
 * something nobody has.
 */
const searches = [
  'nguyen thi dat',
  'Điệp',
  'duong van',
  'trang.nguyen77',
  'dai hoc san khau',
  'phuc ho',
  'khong co ai ca',
  'đặng',
  'van',
  'x',
  'trang.nguyen77@example.org',
  'zzzzz',
]
const kinds = {
  plain: ['', '?state=', '?category='],
  filtered: ['?state=waitlisted', '?state=confirmed', '?state=pending', '?state=cancelled&category=guest'],
  searched: searches.map((words) => `?${new URLSearchParams({ q: words })}`),
}

/** The organizer's list, over HTTP, for events of growing size. */
export async function measureList(world: World, stages: Record<number, Stage>): Promise<Finding[]> {
  const cookie = await signIn()
  const sizes = Object.keys(stages).map(Number)
  const findings: Finding[] = []
  for (const [kind, queries] of Object.entries(kinds)) {
    const trials = Object.fromEntries(
      sizes.map((size) => [`of ${size}`, trial(stages[size] as Stage, queries)]),
    )
    const runs = await interleave(rounds, trials)
    const p95 = sizes.map((size) => median((runs[`of ${size}`] ?? []).map((run) => run.p95)))
    const [, small = 1, large = 1] = p95
    const ratio = large / small
    const words = sizes.map((size, i) => `${size.toLocaleString('en')}: ${milliseconds(p95[i] ?? 0)}`)
    findings.push({
      what: `organizer’s list, ${kind}, p95 by registrations`,
      result: `${words.join(', ')} (${times(ratio)})`,
      target: '≤ 2 ×',
      met: ratio <= 2,
      raw: { ratio, ...Object.fromEntries(sizes.map((size, i) => [`p95 of ${size}`, p95[i] ?? 0])) },
    })
  }
  return findings

  function trial({ slug }: Stage, queries: string[]): () => Promise<Load> {
    const { port } = world.web
    const list = Array.from({ length: asked }, (_, i) =>
      getBytes(port, `/organize/events/${slug}/registrations${queries[i % queries.length]}`, {
        Cookie: cookie,
      }),
    )
    return async () => {
      const seen = await load({ port, clients: 1, next: queued(list) })
      if (seen.statuses[200] !== asked) throw new Error(`The list answers ${JSON.stringify(seen.statuses)}.`)
      return seen
    }
  }
}
