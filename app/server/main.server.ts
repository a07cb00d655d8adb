import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { ViteDevServer } from 'vite'
import { keepVisitsIn } from '#app/features/links/domain/counting/count-visits.server.ts'
import { openVisitJournal } from '#app/features/links/domain/counting/visit-journal.server.ts'
import { forgetChangedLinks } from '#app/features/links/domain/link-at.server.ts'
import { firstSignInLink } from '#app/features/sign-in/domain/first-sign-in-link.server.ts'
import { env, parseEnv } from '#app/shared/env.server.ts'
import { closeEventStreams } from '#app/shared/http/event-stream.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { onPageChange } from '#app/shared/pages/page-changes.server.ts'
import { closeConnection } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { securityHeaders } from './web/edge/security-headers.ts'
import { createPageCache } from './web/pages/page-cache.server.ts'
import { listenForPageChanges } from './web/pages/page-listener.server.ts'
import { stopServer } from './web/stop-server.ts'
import { closeLiveStreams, createWebServer } from './web/web-server.server.ts'

const pageMemory = 64 * 1024 * 1024

export type Serving = { address: string; signInLink?: string; close: () => Promise<void> }
export type ServeOptions = {
  build: ServerBuild
  root: string
  vite?: ViteDevServer
}

/**
 * Throws the sentence that names what is wrong in the environment, before anything is made or migrated. What only the
 * embedded database brings is not missed yet.
 */
function check() {
  const { DATABASE_URL, SESSION_SECRET, ...given } = process.env
  parseEnv({
    ...given,
    DATABASE_URL: DATABASE_URL || 'postgres://embedded@127.0.0.1/embedded',
    SESSION_SECRET: SESSION_SECRET || 'made together with the embedded database',
  })
}

async function migrate({ root, databaseUrl = env().DATABASE_URL }: { root: string; databaseUrl?: string }) {
  return migrateDatabase(databaseUrl, root)
}

async function seed(_options: { root: string }) {
  const { seedDatabase } = await import('#db/seed.server.ts')
  await seedDatabase()
}

/** Answers requests until `close`; jobs run in this process too unless WORKER=off. */
async function serve({ build, root, vite }: ServeOptions): Promise<Serving> {
  const { HOST, PORT, WORKER, APP_URL, DATA_DIR, DATABASE_URL: databaseUrl } = env()
  await migrate({ root, databaseUrl })

  const pages = createPageCache({ maxBytes: pageMemory, headersOf: securityHeaders })
  const forget = (tags: string[]) => {
    pages.forget(tags)
    forgetChangedLinks(tags)
  }
  const listener = listenForPageChanges(databaseUrl, { onChange: forget, onHearing: pages.setHearing })
  const stopForgetting = onPageChange(forget)
  const journal = openVisitJournal(path.resolve(root, DATA_DIR, 'visits'))
  keepVisitsIn(journal)
  const server = await createWebServer({ build, root, vite, pages })
  try {
    await Promise.all([
      listener.started,
      new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(PORT, HOST, resolve)
      }),
    ])
  } catch (error) {
    stopForgetting()
    await listener.close()
    await journal.close()
    await closeConnection()
    throw error
  }
  void journal.takeOver()
  const worker = WORKER === 'on' ? await startJobs(databaseUrl, root) : undefined
  const { port } = server.address() as AddressInfo
  log().info({ port }, 'listening')
  const signInLink = await firstSignInLink()
  return {
    address: PORT === 0 ? `http://${HOST}:${port}` : APP_URL,
    ...(signInLink !== null && { signInLink }),
    close: async () => {
      const stopped = stopServer(server)
      closeEventStreams()
      closeLiveStreams(server)
      await stopped
      stopForgetting()
      await Promise.all([listener.close(), journal.close(), worker?.stop()])
      await closeConnection()
    },
  }
}

/** Loaded only where jobs run: a web process beside workers need not carry them. */
async function startJobs(databaseUrl: string, root: string) {
  const { startWorker } = await import('./worker.server.ts')
  return startWorker(databaseUrl, root)
}

/** The jobs in a process of their own. */
async function work({ root }: { root: string }): Promise<{ close: () => Promise<void> }> {
  const databaseUrl = env().DATABASE_URL
  await migrate({ root, databaseUrl })
  const worker = await startJobs(databaseUrl, root)
  return {
    close: async () => {
      await worker.stop()
      await closeConnection()
    },
  }
}

/** What app/server/start.mjs may ask of a build. */
export const processes = { check, migrate, seed, serve, work }
