import type { BareAnswer } from './bare-server.ts'
import { load } from './load.ts'
import { type Finding, interleave, median, percent, perSecond } from './measure.ts'
import { startHelper, stop, tell } from './processes.ts'
import { getBytes, repeated } from './requests.ts'
import type { World } from './world.ts'

const clients = 20
const rounds = 7
const asked = 6000

/** Kept pages and their 304, against a bare server that sends the same bytes under the same headers. */
export async function measureCached({ web }: World): Promise<Finding[]> {
  const bare = startHelper('bare-server.ts')
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
    const trial = (to: number) => async () => {
      const seen = await load({ port: to, clients, next: repeated(getBytes(to, path, headers), asked) })
      if (seen.statuses[answer.status] !== asked) throw new Error(`${path}: ${JSON.stringify(seen.statuses)}`)
      return seen.rate
    }
    const rates = await interleave(rounds, { app: trial(web.port), bare: trial(port) })
    const [app, bareRate] = [median(rates.app), median(rates.bare)]
    const ratio = app / bareRate
    return {
      what,
      result: `${percent(ratio)} of bare \`node:http\` (${perSecond(app)} of ${perSecond(bareRate)})`,
      target: '≥ 60 %',
      met: ratio >= 0.6,
      raw: { ratio, app, bare: bareRate },
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
