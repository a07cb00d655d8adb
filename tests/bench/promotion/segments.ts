import type { Condition } from '#app/features/campaigns/domain/audience-rule.ts'
import { countAudience } from '#app/features/campaigns/domain/count-audience.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { list } from '#tests/factories/lists.ts'
import { organization } from '#tests/factories/organizations.ts'
import { load } from '../load.ts'
import { type Finding, interleave, median, milliseconds, times } from '../measure.ts'
import { getBytes, queued } from '../requests.ts'
import { signIn } from '../stage.ts'
import type { World } from '../world.ts'
import { type FilledList, fillMillion } from './list-rows.ts'

const rounds = 5
const asked = 40

/** What a list of a million costs: to count a part of it, and to turn its pages beside one of ten thousand. */
export async function measureSegments(world: World): Promise<Finding[]> {
  const [few, many] = [await ownList(), await ownList()]
  const second = await list({ organizationId: many.organizationId })
  await fillMillion(world.sql, few, 10_000)
  await fillMillion(world.sql, many, 1_000_000)
  const at = await event({ hosts: [{ id: many.organizationId }] })
  const segments: [string, string[], Condition[]][] = [
    ['the whole list', [many.id], []],
    ['two lists', [many.id, second.id], []],
    ['one language', [many.id], [{ kind: 'language', locale: 'vi' }]],
    [
      'not registered, in one country',
      [many.id],
      [
        { kind: 'registered', eventId: at.id, states: ['confirmed'], not: true },
        { kind: 'country', country: 'US' },
      ],
    ],
  ]
  const findings: Finding[] = []
  for (const [name, lists, conditions] of segments) {
    const taken: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      await countAudience(system(), many.organizationId, { lists, match: 'all', conditions })
      taken.push(performance.now() - begun)
    }
    const took = median(taken)
    findings.push({
      what: `counting a segment of 1,000,000 contacts: ${name}`,
      result: milliseconds(took),
      target: '≤ 1 s',
      met: took <= 1000,
      raw: { took },
    })
  }
  return [...findings, await measurePages(world, few, many)]
}

type Filled = FilledList & { path: string }

async function ownList(): Promise<Filled> {
  const body = await organization()
  const made = await list({ organizationId: body.id })
  return { ...made, path: `/organize/organizations/${body.slug}/lists/${made.id}` }
}

/** Plain, by state and searched, as people turn them. */
async function measurePages(world: World, few: Filled, many: Filled): Promise<Finding> {
  const cookie = await signIn()
  const queries = ['', '?state=confirmed', '?state=waiting', '?q=reader%2077', '?q=mail7', '?q=zzzz']
  const trial = ({ path }: Filled) => {
    const { port } = world.web
    const pages = Array.from({ length: asked }, (_, i) =>
      getBytes(port, `${path}${queries[i % queries.length]}`, { Cookie: cookie }),
    )
    return async () => {
      const seen = await load({ port, clients: 1, next: queued(pages) })
      if (seen.statuses[200] !== asked) throw new Error(`A list answers ${JSON.stringify(seen.statuses)}.`)
      return seen.p95
    }
  }
  const p95 = await interleave(rounds, { few: trial(few), many: trial(many) })
  const [small, large] = [median(p95.few), median(p95.many)]
  return {
    what: 'a list’s page of contacts, p95 by size',
    result: `10,000: ${milliseconds(small)}, 1,000,000: ${milliseconds(large)} (${times(large / small)})`,
    target: '≤ 2 ×',
    met: large / small <= 2,
    raw: { small, large },
  }
}
