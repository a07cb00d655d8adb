import postgres from 'postgres'
import { log } from '#app/shared/http/log.server.ts'

const lookEvery = 20_000
/** A job this young may belong to a worker that has not said yet that it lives. */
const youngest = 20

/**
 * Frees the jobs of workers that were killed: their locks would last four hours. A worker lives as long as its
 * process's connection holds a lock of its name, which no kind of death outlasts.
 */
export function keepWorkerLeases(databaseUrl: string, every = lookEvery) {
  const own = new Set<string>()
  const told = new Set<string>()
  const sql = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => told.clear(),
    connection: { application_name: 'ban-tron workers' },
  })

  const keyOf = (worker: string) => sql`hashtextextended(${`ban-tron worker ${worker}`}, 0)`

  async function tell() {
    for (const worker of own) {
      if (told.has(worker)) continue
      await sql`select pg_advisory_lock(${keyOf(worker)})`
      told.add(worker)
    }
  }

  /** Answers the workers whose jobs were freed. */
  async function freeDead(olderThan = youngest): Promise<string[]> {
    await tell()
    const holders = await sql<{ worker: string }[]>`
      select distinct locked_by as worker from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - make_interval(secs => ${olderThan})`
    const dead: string[] = []
    for (const { worker } of holders) {
      if (own.has(worker)) continue
      const [got] = await sql`select pg_try_advisory_lock(${keyOf(worker)}) as free`
      if (!got?.free) continue
      await sql`select pg_advisory_unlock(${keyOf(worker)})`
      dead.push(worker)
    }
    if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${dead})`
    return dead
  }

  const quietly = (work: Promise<unknown>) =>
    void work.catch((err: unknown) => log().debug({ err }, 'leases of clock tasks not looked at'))
  const looking = setInterval(() => quietly(freeDead()), every).unref()

  return {
    lives(worker: string) {
      own.add(worker)
      quietly(tell())
    },
    freeDead,
    async stop() {
      clearInterval(looking)
      await sql.end({ timeout: 1 }).catch(() => {})
    },
  }
}
