import { type Finding, median } from './measure.ts'
import { freePort, startProgram, stop, untilReady } from './processes.ts'
import { logOf } from './world.ts'

/** `npm start` on nothing, and then on the database that this made: until the first page can be read. */
export async function measureStart(dataDir: string): Promise<Finding[]> {
  const first = await secondsToStart(dataDir)
  const again: number[] = []
  for (let round = 0; round < 3; round++) again.push(await secondsToStart(dataDir))
  const seconds = median(again)
  return [
    {
      what: 'start on an existing database',
      result: `${seconds.toFixed(1)} s (the first one, with its database and seed: ${first.toFixed(1)} s)`,
      target: '≤ 3 s',
      met: seconds <= 3,
      raw: { seconds, first },
    },
  ]
}

async function secondsToStart(dataDir: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = startProgram([], { DATA_DIR: dataDir, PORT: String(port) }, logOf(dataDir))
  try {
    await untilReady(`http://127.0.0.1:${port}/vi`, child, logOf(dataDir))
    return (performance.now() - began) / 1000
  } finally {
    await stop(child)
  }
}
