import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { startApp } from './app-process.ts'
import { seededDatabase } from './database.ts'
import { askOn } from './kept-client.ts'
import { send } from './requests.ts'

const { url, sql } = await seededDatabase()
const own = async (env = {}) => ({
  DATABASE_URL: url,
  DATA_DIR: await mkdtemp(path.join(tmpdir(), 'ban-tron-ending-')),
  ...env,
})
const apps: { kill: () => Promise<void> }[] = []
afterAll(() => Promise.allSettled(apps.map((app) => app.kill())))

async function started(env = {}, at?: number) {
  const app = await startApp(await own(env), at)
  apps.push(app)
  return app
}

const linkOf = ({ told }: { told: () => string[] }) =>
  /\/sign-in\/link\/\S+/.exec(told().find((line) => line.includes('/sign-in/link/')) ?? '')?.[0] ?? ''

it('the link that the first process printed goes on when a second one starts', async () => {
  const one = await started()
  await expect.poll(() => linkOf(one)).not.toBe('')
  const other = await started()
  await expect.poll(() => linkOf(other)).not.toBe('')
  expect((await send(one, linkOf(one))).status).toBe(200)
  expect((await send(one, linkOf(other))).status).toBe(200)
  await Promise.all([one.kill(), other.kill()])
})

it('a killed program is followed by another at once, and one that is asked to stop cuts nobody', async () => {
  const killed = await started()
  await killed.kill()
  const app = await started({}, killed.port)
  let answers = 0
  const paths = ['/vi', '/health/ready', '/vi/events/friends-roundtable?x=1', '/events.ics']
  const clients = Array.from({ length: 24 }, (_, at) =>
    askOn(app.port, paths[at % paths.length] ?? '/', () => {
      answers += 1
    }),
  )
  await expect.poll(() => answers).toBeGreaterThan(200)
  await app.stop()
  expect(await Promise.all(clients)).toEqual(Array(24).fill('told'))
})

it('a secret that is too short is refused before anything is migrated', async () => {
  const name = `unmade_${randomBytes(6).toString('hex')}`
  await sql.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  const place = new URL(url)
  place.pathname = `/${name}`
  await expect(startApp(await own({ DATABASE_URL: place.href, SESSION_SECRET: 'short' }))).rejects.toThrow(
    'Wrong environment: SESSION_SECRET must have at least 32 characters.',
  )
  const looking = postgres(place.href, { max: 1 })
  const [made] =
    await looking`select count(*)::int as tables from pg_tables where schemaname in ('public', 'drizzle')`
  await looking.end()
  await sql.unsafe(`drop database ${name}`)
  expect(made?.tables).toBe(0)
})
