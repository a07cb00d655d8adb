import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Finding } from './measure.ts'
import { register } from './registering.ts'
import { openStage } from './stage.ts'
import type { World } from './world.ts'

const people = 200

/** Statements that reach the database for a registration, begin and commit among them, as its own log counts them. */
export async function measureStatements(world: World): Promise<Finding[]> {
  const stage = await openStage()
  await register(world.web, stage, 20, 100)
  const alone = await count(1)
  const together = await count(20)
  return [
    {
      what: 'statements for a registration, begin and commit included',
      result: `${alone.toFixed(1)} for one alone, ${together.toFixed(1)} each when 20 come at once`,
      target: '≤ 6',
      // A health check that falls in between is none of its statements.
      met: alone < 6.05,
      raw: { alone, together },
    },
  ]

  async function count(clients: number): Promise<number> {
    const log = path.join(world.dataDir, 'postgres.log')
    await setLogging("alter system set log_statement = 'all'")
    const before = statSync(log).size
    await register(world.web, stage, clients, people)
    await sleep(200)
    const lines = readFileSync(log).subarray(before).toString('utf8')
    await setLogging('alter system reset log_statement')
    const own = /pg_reload_conf|alter system/
    return (
      (lines.match(/LOG: {2}(?:statement|execute [^:]*):.*/g) ?? []).filter((one) => !own.test(one)).length /
      people
    )
  }

  async function setLogging(statement: string) {
    await world.sql.unsafe(statement)
    await world.sql`select pg_reload_conf()`
    await sleep(300)
  }
}
