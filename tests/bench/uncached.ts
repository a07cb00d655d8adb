import { load } from './load.ts'
import { type Finding, median, milliseconds, perSecond } from './measure.ts'
import { getBytes, repeated } from './requests.ts'
import type { World } from './world.ts'

/** The agenda of a festival of three days, made anew for each request: an address with a query is never kept. */
export async function measureUncached({ web }: World): Promise<Finding[]> {
  const bytes = getBytes(web.port, '/vi/events/danaff/agenda?again=1')
  const ask = (clients: number, count: number) =>
    load({ port: web.port, clients, next: repeated(bytes, count) })
  await ask(4, 150)
  const alone: number[] = []
  const together: number[] = []
  for (let round = 0; round < 3; round++) {
    alone.push((await ask(1, 100)).p50)
    together.push((await ask(10, 200)).rate)
  }
  const [time, rate] = [median(alone), median(together)]
  return [
    {
      what: 'agenda page, not kept',
      result: `${milliseconds(time)} a page, ${perSecond(rate)}`,
      raw: { milliseconds: time, rate },
    },
  ]
}
