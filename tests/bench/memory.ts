import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from './measure.ts'
import { memoryOf } from './processes.ts'
import type { World } from './world.ts'

export async function measureIdleMemory({ web }: World): Promise<Finding[]> {
  await sleep(2000)
  return [memoryFinding('memory of the web process, idle', memoryOf(web.child), 150)]
}

export async function measureMemoryAfter({ web }: World): Promise<Finding[]> {
  return [memoryFinding('memory of the web process, after all this', memoryOf(web.child), 300)]
}

function memoryFinding(what: string, megabytes: number, most: number): Finding {
  const result = `${Math.round(megabytes)} MB`
  return { what, result, target: `≤ ${most} MB`, met: megabytes <= most, raw: { megabytes } }
}
