import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { load } from './load.ts'
import type { Finding } from './measure.ts'
import { register } from './registering.ts'
import { postBytes, queued } from './requests.ts'
import { openStage, type Stage, signIn } from './stage.ts'
import type { World } from './world.ts'

const people = 200
// What the same form took before actions read the event alone, counted the same way.
const before = 17
const most = 11

/**
 * Statements that reach the database for a registration and for an organizer's form, begin and commit among them, as its
 * own log counts them.
 */
export async function measureStatements(world: World): Promise<Finding[]> {
  const stage = await openStage()
  await register(world.web, stage, 20, 100)
  const alone = await count(() => register(world.web, stage, 1, people))
  const together = await count(() => register(world.web, stage, 20, people))
  const saved = await count(await renaming(world, stage))
  return [
    {
      what: 'statements for a registration, begin and commit included',
      result: `${alone.toFixed(1)} for one alone, ${together.toFixed(1)} each when 20 come at once`,
      target: '≤ 6',
      // A health check that falls in between is none of its statements.
      met: alone < 6.05,
      raw: { alone, together },
    },
    {
      what: 'statements for an organizer’s form, a room renamed',
      result: `${saved.toFixed(1)} (${before} when actions drew frames)`,
      target: `≤ ${most}`,
      // The sign-in is written down once in five minutes.
      met: saved < most + 0.05,
      raw: { saved },
    },
  ]

  async function count(work: () => Promise<unknown>): Promise<number> {
    const log = path.join(world.dataDir, 'postgres.log')
    await setLogging("alter system set log_statement = 'all'")
    const before = statSync(log).size
    await work()
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

/** An organizer who gives a room another name, as many times as people register. */
async function renaming({ web }: World, stage: Stage): Promise<() => Promise<void>> {
  const name = { vi: 'Phòng', en: 'Room' }
  const room = await addRoom(systemContext('bench'), { eventId: stage.id, name })
  const cookie = await signIn()
  const path = `/organize/events/${stage.slug}/agenda/rooms/${room.id}`
  const list = Array.from({ length: people }, (_, n) => {
    const body = new URLSearchParams({ 'name.vi': `Phòng ${n}`, 'name.en': `Room ${n}` })
    return postBytes(web.port, path, body.toString(), { Cookie: cookie })
  })
  return async () => {
    const seen = await load({ port: web.port, clients: 1, next: queued(list) })
    if (seen.statuses[303] !== people) throw new Error(`Saving answers ${JSON.stringify(seen.statuses)}.`)
  }
}
