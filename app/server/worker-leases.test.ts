import { Logger, runMigrations } from 'graphile-worker'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#tests/database.ts'
import { keepWorkerLeases } from './worker-leases.server.ts'

const { url, sql } = await testDatabase()
beforeAll(() => runMigrations({ connectionString: url, logger: new Logger(() => () => {}) }))

/** A job that a worker took, so many seconds ago. */
async function taken(worker: string, seconds: number) {
  await sql`select graphile_worker.add_job('expire-offers', job_key => ${worker})`
  await sql`
    update graphile_worker._private_jobs set locked_by = ${worker},
      locked_at = now() - make_interval(secs => ${seconds})
    where key = ${worker}`
}

const held = async () =>
  (await sql`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`).map(
    (row) => row.locked_by,
  )

test('jobs of a killed worker are free within a minute, those of a living one stay', async () => {
  const [own, other] = [keepWorkerLeases(url), keepWorkerLeases(url)]
  own.lives('worker-own')
  other.lives('worker-alive')
  await other.freeDead()
  await Promise.all([
    taken('worker-own', 50),
    taken('worker-alive', 50),
    taken('worker-killed', 50),
    taken('worker-young', 1),
  ])
  expect(await own.freeDead()).toEqual(['worker-killed'])
  expect(await held()).toEqual(['worker-alive', 'worker-own', 'worker-young'])
  await other.stop()
  expect(await own.freeDead()).toEqual(['worker-alive'])
  expect(await own.freeDead(0)).toEqual(['worker-young'])
  expect(await held()).toEqual(['worker-own'])
  await own.stop()
})
