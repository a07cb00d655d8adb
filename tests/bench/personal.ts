import { load } from './load.ts'
import { type Finding, median, milliseconds, perSecond } from './measure.ts'
import { processorTimeOf } from './processes.ts'
import { getBytes, newcomer, repeated } from './requests.ts'
import { openStage } from './stage.ts'
import type { World } from './world.ts'

const pages = 400

/** The page behind a personal link, which is made anew for each asking; what it costs the server, and how many it gives. */
export async function measurePersonal({ web }: World): Promise<Finding[]> {
  const stage = await openStage()
  const { body } = newcomer(stage.category)
  const origin = `http://127.0.0.1:${web.port}`
  const answer = await fetch(`${origin}/vi/events/${stage.slug}/register`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  const path = answer.headers.get('Location')
  if (answer.status !== 303 || !path) throw new Error(`Registering answers ${answer.status}.`)
  const bytes = getBytes(web.port, path)
  const ask = (count: number) => load({ port: web.port, clients: 10, next: repeated(bytes, count) })
  await ask(pages)
  const [rates, work]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    const before = processorTimeOf(web.child)
    const seen = await ask(pages)
    if (seen.statuses[200] !== pages) throw new Error(`${path}: ${JSON.stringify(seen.statuses)}`)
    rates.push(seen.rate)
    work.push((processorTimeOf(web.child) - before) / pages)
  }
  const [rate, each] = [median(rates), median(work)]
  return [
    {
      what: 'personal page, made for each asking',
      result: `${perSecond(rate)}, ${milliseconds(each)} of the server’s processor each`,
      raw: { rate, milliseconds: each },
    },
  ]
}
