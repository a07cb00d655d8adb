import type { ChildProcess } from 'node:child_process'
import type { BareAnswer } from './bare/bare-server.ts'
import { load } from './load.ts'
import { type Finding, interleave, mean, median, percent, perSecond } from './measure.ts'
import { processorTimeOf, startHelper, stop, tell } from './processes.ts'
import { getBytes, repeated } from './requests.ts'
import type { World } from './world.ts'

const clients = 20
const rounds = 11
const asked = 6000

/** Kept pages and their 304, against a bare server that sends the same bytes under the same headers. */
export async function measureCached({ web }: World): Promise<Finding[]> {
  const bare = startHelper('bare/bare-server.ts')
  try {
    await tell(bare)
    const pages = { 'event page': '/vi/events/danaff', 'agenda page': '/vi/events/danaff/agenda' }
    const findings: Finding[] = []
    for (const [name, path] of Object.entries(pages)) {
      const whole = await capture(web.port, path)
      const etag = whole.headers[whole.headers.findIndex((word) => word.toLowerCase() === 'etag') + 1] ?? ''
      findings.push(await compare(`cached ${name}`, path, whole, {}))
      if (name !== 'event page') continue
      const unchanged = await capture(web.port, path, { 'If-None-Match': etag })
      findings.push(await compare('cached event page, 304', path, unchanged, { 'If-None-Match': etag }))
    }
    return findings
  } finally {
    await stop(bare)
  }

  async function compare(what: string, path: string, answer: BareAnswer, headers: Record<string, string>) {
    const { port } = await tell<{ port: number }>(bare, answer)
    const trial = (to: number, server: ChildProcess) => async () => {
      const before = processorTimeOf(server)
      const seen = await load({ port: to, clients, next: repeated(getBytes(to, path, headers), asked) })
      if (seen.statuses[answer.status] !== asked) throw new Error(`${path}: ${JSON.stringify(seen.statuses)}`)
      return { rate: seen.rate, work: (processorTimeOf(server) - before) / asked }
    }
    const runs = await interleave(rounds, { app: trial(web.port, web.child), bare: trial(port, bare) })
    const rates = {
      app: median(runs.app.map(({ rate }) => rate)),
      bare: median(runs.bare.map(({ rate }) => rate)),
    }
    const work = { app: mean(runs.app.map((run) => run.work)), bare: mean(runs.bare.map((run) => run.work)) }
    const ratio = rates.app / rates.bare
    // Where the clients are the slower side they hide a difference, and the servers' own time does not.
    const byWork = work.bare / work.app
    const told = Number.isNaN(byWork) ? '' : `, ${percent(byWork)} by processor time`
    return {
      what,
      result: `${percent(ratio)} of bare \`node:http\` (${perSecond(rates.app)} of ${perSecond(rates.bare)})${told}`,
      target: '≥ 60 %',
      met: Math.min(ratio, byWork || ratio) >= 0.6,
      raw: { ratio, byProcessorTime: byWork, app: rates.app, bare: rates.bare },
    }
  }
}

/** The answer as it goes over the wire. The first asking lets the page be kept. */
async function capture(port: number, path: string, extra: Record<string, string> = {}): Promise<BareAnswer> {
  const { request } = await import('node:http')
  const headers = { 'Accept-Encoding': 'gzip, deflate, br', ...extra }
  const once = () =>
    new Promise<BareAnswer>((resolve, reject) => {
      const asking = request({ port, host: '127.0.0.1', path, headers }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => {
          const own = res.rawHeaders.flatMap((name, i) =>
            i % 2 === 0 && !/^(date|connection|keep-alive)$/i.test(name)
              ? [name, res.rawHeaders[i + 1] as string]
              : [],
          )
          resolve({
            status: res.statusCode ?? 0,
            headers: own,
            body: Buffer.concat(parts).toString('base64'),
          })
        })
      })
      asking.on('error', reject)
      asking.end()
    })
  await once()
  const answer = await once()
  if (answer.status !== 200 && answer.status !== 304) throw new Error(`${path} answers ${answer.status}.`)
  return answer
}
