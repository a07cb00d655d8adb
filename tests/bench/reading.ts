import { load } from './load.ts'
import { type Finding, median, milliseconds, times } from './measure.ts'
import { register } from './registering.ts'
import { getBytes, repeated } from './requests.ts'
import { openStage } from './stage.ts'
import type { World } from './world.ts'

const readers = 20
const reads = 6000
const rounds = 3

/** Twenty readers of an agenda, by themselves and while twenty people register without pause. */
export async function measureReading(world: World): Promise<Finding[]> {
  const stage = await openStage()
  const bytes = getBytes(world.web.port, '/vi/events/danaff/agenda')
  const read = (count: number) =>
    load({ port: world.web.port, clients: readers, next: repeated(bytes, count) })
  const alone: number[] = []
  const beside: number[] = []
  await read(2000)
  for (let round = 0; round < rounds; round++) {
    alone.push((await read(reads)).p99)
    const registering = { over: false }
    const crowd = register(world.web, stage, 20, 1500).finally(() => {
      registering.over = true
    })
    const next = () => (registering.over ? null : bytes)
    const [reading] = await Promise.all([load({ port: world.web.port, clients: readers, next }), crowd])
    beside.push(reading.p99)
  }
  const [p99, crowded] = [median(alone), median(beside)]
  const ratio = crowded / p99
  return [
    {
      what: 'p99 of the agenda page while 20 people register',
      result: `${times(ratio)} that of readers alone (${milliseconds(crowded)}, ${milliseconds(p99)})`,
      target: '≤ 3 ×',
      met: ratio <= 3,
      raw: { ratio, alone: p99, beside: crowded },
    },
  ]
}
