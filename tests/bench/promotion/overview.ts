import { link } from '#tests/factories/links.ts'
import { load } from '../load.ts'
import { type Finding, milliseconds } from '../measure.ts'
import { getBytes, repeated } from '../requests.ts'
import { fill } from '../rows.ts'
import { openStage, signIn } from '../stage.ts'
import type { World } from '../world.ts'

const asked = 40

/** The overview with its plots, of an event with so many registrations by forty links; and whether its counts are right. */
export async function measureOverview({ sql, web, rows }: World): Promise<Finding[]> {
  const stage = await openStage()
  const links: string[] = []
  for (let n = 0; n < 40; n++) links.push((await link(stage.id, { source: n % 2 ? 'post' : 'poster' })).id)
  await fill(sql, stage, rows, links)
  const [sum] =
    await sql`select sum(count)::int as n, count(*)::int as days from registration_day where event_id = ${stage.id}`
  if (Number(sum?.n) !== rows) throw new Error(`The counts by day add up to ${sum?.n}.`)
  const cookie = await signIn()
  const findings: Finding[] = []
  for (const [name, path] of [
    ['overview', ''],
    ['promotion', '/promotion'],
  ] as const) {
    const bytes = getBytes(web.port, `/organize/events/${stage.slug}${path}`, { Cookie: cookie })
    await load({ port: web.port, clients: 1, next: repeated(bytes, 5) })
    const seen = await load({ port: web.port, clients: 1, next: repeated(bytes, asked) })
    if (seen.statuses[200] !== asked) throw new Error(`${name}: ${JSON.stringify(seen.statuses)}`)
    findings.push({
      what: `${name} with plots, ${rows.toLocaleString('en')} registrations`,
      result: `p50 ${milliseconds(seen.p50)}, p95 ${milliseconds(seen.p95)} (${sum?.days} counts by day)`,
      target: '≤ 150 ms',
      met: seen.p95 <= 150,
      raw: { p50: seen.p50, p95: seen.p95 },
    })
  }
  return findings
}
