import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '#db/migrate.server.ts'
import { startDatabase } from '../app/server/launch/database.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string
  }
}

/** One PostgreSQL for the whole run; each test file clones the migrated template (tests/database.ts). */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-test-'))
  const server = await startDatabase({ dataDir, durable: false })
  await migrateDatabase(server.url, process.cwd()).catch(async (error) => {
    await server.stop()
    throw error
  })
  project.provide('databaseServer', server.url)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
