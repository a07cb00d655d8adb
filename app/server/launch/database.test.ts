import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDatabase, startDatabase } from './database.mjs'
import { isAlive } from './process-identity.mjs'

let dataDir: string
let program: ChildProcess | undefined

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-launch-'))
  await chmod(dataDir, 0o711)
})
afterAll(async () => {
  program?.kill('SIGKILL')
  await (await startDatabase({ dataDir })).stop()
  await rm(dataDir, { recursive: true })
})

/** A program that starts the database and then only lives, to be killed. */
async function startProgram(supervise = false) {
  const launcher = new URL('./database.mjs', import.meta.url).href
  const options = JSON.stringify({ dataDir, supervise })
  const script = `import { startDatabase } from '${launcher}'
    console.log((await startDatabase(${options})).url); setInterval(() => {}, 1000)`
  program = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(program.stdout as NonNullable<typeof program.stdout>, 'data')
  return String(line).trim()
}

async function killProgram() {
  program?.kill('SIGKILL')
  if (program && program.exitCode === null) await once(program, 'exit')
}

const serverNumber = async () =>
  Number.parseInt(await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)

async function ask(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`create table if not exists kept (n int)`
    await sql`insert into kept values (1)`
    const [row] =
      await sql`select count(*)::int as n, current_setting('data_directory') as directory from kept`
    return row
  } finally {
    await sql.end()
  }
}

it('sets up a database whose password only its owner can read', async () => {
  const url = await startProgram()
  expect(await ask(url)).toEqual({ n: 1, directory: path.join(dataDir, 'postgres') })
  expect(new URL(url).password.length).toBeGreaterThan(30)
})

it('joins the server that a killed program left running', async () => {
  const before = await serverNumber()
  await killProgram()
  expect(isAlive(before)).toBe(true)
  const joined = await startDatabase({ dataDir })
  expect(joined).toMatchObject({ reused: true, created: false })
  expect(await serverNumber()).toBe(before)
  expect(await ask(joined.url)).toMatchObject({ n: 2 })
  expect(await findDatabase(dataDir)).toBe(joined.url)
})

it('starts again when program and server were killed, and keeps its port', async () => {
  const before = await findDatabase(dataDir)
  process.kill(await serverNumber(), 'SIGKILL')
  const started = await startDatabase({ dataDir })
  expect(started.reused).toBe(false)
  expect(started.url).toBe(before)
  expect(await ask(started.url)).toMatchObject({ n: 3 })
  await started.stop()
  expect(await findDatabase(dataDir)).toBeNull()
})

it('brings a server back that dies under a running program', async () => {
  const url = await startProgram(true)
  const killed = await serverNumber()
  process.kill(killed, 'SIGKILL')
  for (let tries = 0; tries < 100 && (await serverNumber().catch(() => killed)) === killed; tries++)
    await sleep(100)
  for (let tries = 0; tries < 100 && !(await findDatabase(dataDir)); tries++) await sleep(100)
  expect(await ask(url)).toMatchObject({ n: 4 })
  await killProgram()
})

it('gets a new password when its note is lost', async () => {
  const before = await findDatabase(dataDir)
  await rm(path.join(dataDir, 'database.json'))
  const started = await startDatabase({ dataDir })
  expect(started.url).not.toBe(before)
  expect(await ask(started.url)).toMatchObject({ n: 5 })
  await started.stop()
})
