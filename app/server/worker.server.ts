import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { crontab, loops, tasks } from '#app/jobs.ts'
import { log } from '#app/shared/http/log.server.ts'
import { keepWorkerLeases } from './worker-leases.server.ts'

export type Worker = { stop(): Promise<void> }

const levels: Record<string, 'error' | 'warn' | 'debug'> = { error: 'error', warning: 'warn' }
const logger = new Logger(() => (level, message) => log()[levels[level] ?? 'debug'](message))

/**
 * Starts what happens by itself: the mail loop, and the clock tasks of app/jobs.ts. Any number of processes may run it;
 * when the database goes away it comes back with it.
 */
export async function startWorker(databaseUrl: string, root: string): Promise<Worker> {
  let stopping = false
  let runner: Runner | undefined
  let wake = () => {}

  const leases = keepWorkerLeases(databaseUrl)
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => leases.lives(worker.workerId))

  const keepRunning = async () => {
    while (!stopping) {
      try {
        runner = await run({
          connectionString: databaseUrl,
          taskList: tasks,
          crontab,
          concurrency: 2,
          maxPoolSize: 3,
          pollInterval: 5000,
          noHandleSignals: true,
          logger,
          events,
        })
        if (stopping) await runner.stop()
        await runner.promise
      } catch (err) {
        if (!stopping) log().warn({ err }, 'clock tasks stopped; trying again')
      }
      runner = undefined
      if (!stopping) {
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, 5000).unref()
        })
      }
    }
  }

  const started = await Promise.all(loops.map((loop) => loop({ root })))
  const running = keepRunning()
  return {
    stop: async () => {
      stopping = true
      wake()
      await Promise.all([...started.map((loop) => loop.stop()), runner?.stop().catch(() => {})])
      await running
      await leases.stop()
    },
  }
}
