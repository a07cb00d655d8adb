import type { Condition } from '#app/features/campaigns/domain/audience-rule.ts'
import { countAudience } from '#app/features/campaigns/domain/count-audience.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { list } from '#tests/factories/lists.ts'
import { type Finding, median, milliseconds } from '../measure.ts'
import type { World } from '../world.ts'
import { fillList } from './list-rows.ts'

const rounds = 5

/** How long it takes to count a segment of a list of a million. */
export async function measureSegments({ sql, rows }: World): Promise<Finding[]> {
  const of = await list()
  const at = await event({ hosts: [{ id: of.organizationId }] })
  for (let filled = 0; filled < rows; filled += 100_000)
    await fillList(sql, of, Math.min(100_000, rows - filled), filled)
  const segments: [string, Condition[]][] = [
    ['the whole list', []],
    ['one language', [{ kind: 'language', locale: 'vi' }]],
    [
      'not registered, in one country',
      [
        { kind: 'registered', eventId: at.id, states: ['confirmed'], not: true },
        { kind: 'country', country: 'US' },
      ],
    ],
  ]
  const findings: Finding[] = []
  for (const [name, conditions] of segments) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      await countAudience(system(), of.organizationId, { lists: [of.id], match: 'all', conditions })
      times.push(performance.now() - begun)
    }
    const took = median(times)
    findings.push({
      what: `counting a segment of ${rows.toLocaleString('en')} contacts: ${name}`,
      result: milliseconds(took),
      target: '≤ 1 s',
      met: took <= 1000,
      raw: { took },
    })
  }
  return findings
}
