import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { closeConnection, connection } from '#db/client.server.ts'

/**
 * A database of the caller's own, cloned from the migrated template, behind `connection()`; dropped after the file.
 * Call it at the top of the test file: `const { db, sql } = await testDatabase()`.
 */
export function testDatabase() {
  return cloneOf(() => new URL(inject('databaseServer')).pathname.slice(1))
}

/** The same with the seeded world in it, which the first file of a run that asks plants for all. */
export function seededDatabase() {
  return cloneOf(seededTemplate)
}

async function cloneOf(templateOf: (admin: postgres.Sql) => Promise<string> | string) {
  const server = inject('databaseServer')
  const admin = postgres(maintenanceUrl(server), { max: 1, onnotice: () => {} })
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create database ${name} template "${await templateOf(admin)}"`)
  const url = databaseNamed(name)
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

async function seededTemplate(admin: postgres.Sql): Promise<string> {
  // One file plants, the others wait for it; what was begun and not finished never has the name.
  await admin`select pg_advisory_lock(hashtext('seeded'))`
  const [planted] = await admin`select 1 from pg_database where datname = 'seeded'`
  if (!planted) {
    const template = new URL(inject('databaseServer')).pathname.slice(1)
    await admin.unsafe('drop database if exists seeding with (force)')
    await admin.unsafe(`create database seeding template "${template}"`)
    await closeConnection()
    process.env.DATABASE_URL = databaseNamed('seeding').href
    const { seedDatabase } = await import('#db/seed.server.ts')
    await seedDatabase()
    await closeConnection()
    await admin.unsafe('alter database seeding rename to seeded')
  }
  await admin`select pg_advisory_unlock(hashtext('seeded'))`
  return 'seeded'
}

function databaseNamed(name: string) {
  const url = new URL(inject('databaseServer'))
  url.pathname = `/${name}`
  return url
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
