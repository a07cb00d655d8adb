import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { link } from '#tests/factories/links.ts'
import type { BareAnswer } from '../bare/bare-server.ts'
import { load } from '../load.ts'
import { type Finding, interleave, median, percent, perSecond } from '../measure.ts'
import { startHelper, stop, tell } from '../processes.ts'
import { getBytes } from '../requests.ts'
import { openStage } from '../stage.ts'
import type { Web, World } from '../world.ts'

const clients = 50
const rounds = 5
const asked = 10_000

/** Counted links against a bare server that answers the same redirect, and whether a killed process lost an answer. */
export async function measureFollowing({ sql, startWeb }: World): Promise<Finding[]> {
  const stage = await openStage()
  const { id, code } = await link(stage.id)
  const counted = async () => {
    const [row] =
      await sql`select coalesce(sum(person + machine + unsure), 0)::int as n from link_day where link_id = ${id}`
    return Number(row?.n)
  }
  const web = await startWeb()
  const bare = startHelper('bare/bare-server.ts')
  const answer: BareAnswer = {
    status: 302,
    headers: [
      'Location',
      `/vi/events/${stage.slug}?via=${code}`,
      'Cache-Control',
      'no-store',
      'Content-Length',
      '0',
    ],
    body: '',
  }
  await tell(bare)
  const { port } = await tell<{ port: number }>(bare, answer)
  let n = 0
  // Each comes from an address of its own, as a hall and its town do.
  const next = (to: number) =>
    getBytes(to, `/go/${code}`, { 'X-Forwarded-For': `10.${(++n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}` })
  const trial = (to: number) => async () => {
    const requests = Array.from({ length: asked }, () => next(to))
    const seen = await load({ port: to, clients, next: () => requests.pop() ?? null })
    if (seen.statuses[302] !== asked) throw new Error(`/go: ${JSON.stringify(seen.statuses)}`)
    return seen.rate
  }
  const runs = await interleave(rounds, { app: trial(web.port), bare: trial(port) })
  const exact = (await waitFor(counted, asked * (rounds + 1))) === asked * (rounds + 1)
  const rates = { app: median(runs.app), bare: median(runs.bare) }
  await stop(bare)

  const { answered, kept } = await killInTheMiddle(web, { code, counted, startWeb })
  const ratio = rates.app / rates.bare
  return [
    {
      what: 'counted links, each count kept before its answer',
      result: `${percent(ratio)} of bare \`node:http\` (${perSecond(rates.app)} of ${perSecond(rates.bare)}), ${exact ? 'every one counted' : 'counts are wrong'}`,
      target: '≥ 50 %',
      met: exact && ratio >= 0.5,
      raw: { ratio, app: rates.app, bare: rates.bare },
    },
    {
      what: 'counted links after kill -9 in the middle',
      result: `${answered} answered, ${kept} counted`,
      target: 'none answered is lost',
      // What was written and not yet answered is counted too: no more of it than there are clients.
      met: answered > 0 && kept >= answered && kept <= answered + clients,
      raw: { answered, kept },
    },
  ]
}

type Killing = { code: string; counted: () => Promise<number>; startWeb: World['startWeb'] }

/** How many were answered by a process that is killed, and how many are counted once another one has started. */
async function killInTheMiddle(web: Web, { code, counted, startWeb }: Killing) {
  const before = await counted()
  let answered = 0
  let n = 0
  const falls = once(web.child, 'exit')
  setTimeout(() => web.child.kill('SIGKILL'), 700)
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (;;) {
        const headers = { 'X-Forwarded-For': `172.16.${(++n >> 8) & 255}.${n & 255}` }
        const got = await fetch(`http://127.0.0.1:${web.port}/go/${code}`, {
          headers,
          redirect: 'manual',
        }).catch(() => null)
        if (!got) return
        if (got.status === 302) answered += 1
      }
    }),
  )
  await falls
  // Whoever starts next brings in what the killed one left.
  const next = await startWeb()
  const kept = (await waitFor(counted, before + answered)) - before
  await stop(next.child)
  return { answered, kept }
}

/** What is counted, once it has come from the journal into the figures. */
async function waitFor(counted: () => Promise<number>, least: number): Promise<number> {
  for (const deadline = Date.now() + 10_000; (await counted()) < least && Date.now() < deadline; )
    await sleep(100)
  await sleep(500)
  return counted()
}
