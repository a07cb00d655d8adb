import { openBare } from './bare/bare-statement.ts'
import { type Load, load } from './load.ts'
import { type Finding, interleave, median, milliseconds, percent, perSecond, times } from './measure.ts'
import { queued, registrations } from './requests.ts'
import type { Stage } from './stage.ts'
import type { Web, World } from './world.ts'

const rounds = 5
const people = 2000

export type Registering = { at20: Side; at200: Side; bare: Side }
type Side = { rate: number; p99: number }

/** So many people register over HTTP, all of them successfully. */
export async function register(web: Web, stage: Stage, clients: number, count: number): Promise<Load> {
  const list = registrations(web.port, stage.slug, stage.category, count)
  const seen = await load({ port: web.port, clients, next: queued(list) })
  if (seen.statuses[303] !== count) throw new Error(`Registering answers ${JSON.stringify(seen.statuses)}.`)
  return seen
}

/** The form as posted, with outbox row and activity, against the bare statement, on one hot category each. */
export async function compareRegistering(world: World, stage: Stage, bareStage: Stage): Promise<Registering> {
  const bare = await openBare(world.databaseUrl)
  try {
    const runs = await interleave(rounds, {
      bare: () => bare.run(bareStage, people),
      at20: () => register(world.web, stage, 20, people),
      at200: () => register(world.web, stage, 200, people),
    })
    return { bare: side(runs.bare), at20: side(runs.at20), at200: side(runs.at200) }
  } finally {
    await bare.close()
  }
}

function side(runs: Load[]): Side {
  return { rate: median(runs.map(({ rate }) => rate)), p99: median(runs.map(({ p99 }) => p99)) }
}

export function registeringFindings({ bare, at20, at200 }: Registering, where: string): Finding[] {
  const ratio = at20.rate / bare.rate
  const tail = at20.p99 / bare.p99
  return [
    {
      what: `registering, 20 at once, ${where}`,
      result: `${percent(ratio)} of the bare statement (${perSecond(at20.rate)} of ${perSecond(bare.rate)})`,
      target: '≥ 40 %',
      met: ratio >= 0.4,
      raw: { ratio, rate: at20.rate, bare: bare.rate },
    },
    {
      what: `p99 of the same, ${where}`,
      result: `${times(tail)} that of the bare statement (${milliseconds(at20.p99)}, ${milliseconds(bare.p99)})`,
      target: '≤ 10 ×',
      met: tail <= 10,
      raw: { ratio: tail, p99: at20.p99, bare: bare.p99 },
    },
    {
      what: `registering, 200 at once, ${where}`,
      result: `${percent(at200.rate / bare.rate)} of the bare statement (${perSecond(at200.rate)}), p99 ${milliseconds(at200.p99)}`,
      raw: { ratio: at200.rate / bare.rate, rate: at200.rate, p99: at200.p99 },
    },
  ]
}

export function sizeFinding(few: Registering, many: Registering, rows: number): Finding {
  const ratio = many.at20.rate / few.at20.rate
  return {
    what: `registering beside ${rows.toLocaleString('en')} registrations against beside 100`,
    result: `${percent(ratio)} of the rate`,
    target: '≥ 80 %',
    met: ratio >= 0.8,
    raw: { ratio },
  }
}
