import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { closeConnection, connection } from '#db/client.server.ts'

/**
 * A database of the caller's own, cloned from the migrated template, behind `connection()`; dropped after the file.
 * Call it at the top of the test file: `const { db, sql } = await testDatabase()`.
 */
export async function testDatabase() {
  const server = inject('databaseServer')
  const admin = postgres(maintenanceUrl(server), { max: 1, onnotice: () => {} })
  const name = `test_${randomBytes(6).toString('hex')}`
  const template = new URL(server).pathname.slice(1)
  await admin.unsafe(`create database ${name} template "${template}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  // Files share a process: what one of them left running may have opened its database again meanwhile.
  await closeConnection()
  process.env.DATABASE_URL = url.href
  afterAll(async () => {
    await closeConnection()
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  return { url: url.href, ...connection() }
}

function maintenanceUrl(server: string) {
  const url = new URL(server)
  url.pathname = '/template1'
  return url.href
}

/** What reaches the database while `work` runs, begin and commit among it, as the connection sends it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const options: { debug?: unknown } = connection().sql.options
  const sent: string[] = []
  options.debug = (_: number, query: string) => {
    sent.push(query)
  }
  await work().finally(() => {
    options.debug = false
  })
  return sent
}
