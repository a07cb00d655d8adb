import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { isBuilt } from '../app/server/launch/freshness.mjs'
import { freePort } from '../app/server/launch/port.mjs'
import { testDatabase } from './database.ts'

const root = path.resolve(import.meta.dirname, '..')

type Options = {
  env?: Record<string, string>
  /** Runs on the database of this app, as a second process of the same site. */
  beside?: { databaseUrl: string }
}

export type RunningApp = Awaited<ReturnType<typeof runningApp>>

/**
 * The built program as a process of its own, on a seeded database of the calling test file; both are gone after the
 * file. Fails when the log holds an address, a token or an error by then.
 */
export async function runningApp({ env = {}, beside }: Options = {}) {
  if (!isBuilt(root))
    throw new Error('There is no build of these sources: run `npm test`, or `npm run build` first.')
  const databaseUrl = beside?.databaseUrl ?? (await seededDatabase())
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ban-tron-site-'))
  const port = await freePort(undefined)
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['app/server/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      APP_URL: url,
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...env,
    },
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(String(part)))
  const lines = () => output.join('').split('\n').filter(Boolean)
  const log = () => lines().filter((line) => line.startsWith('{'))
  afterAll(async () => {
    await stop(child)
    await rm(dataDir, { recursive: true, force: true })
    const faults = log().filter((line) => revealing.some((pattern) => pattern.test(line)))
    if (faults.length > 0) throw new Error(`The log says what it must not:\n${faults.join('\n')}`)
  })
  await ready(url, child, output)
  return {
    url,
    port,
    databaseUrl,
    mailFolder: path.join(dataDir, 'mail'),
    log,
    /** What the start told whoever sat before it. */
    told: () => lines().filter((line) => !line.startsWith('{')),
  }
}

// An address; a token of 256 bits; a line of an error or worse.
const revealing = [/[^\s"'<>@]+@[^\s"'<>@]+\.\w/, /(?<![\w-])[\w-]{43}(?![\w-])/, /"level":[56]0/]

async function seededDatabase(): Promise<string> {
  const { url } = await testDatabase()
  const { seedDatabase } = await import('#db/seed.server.ts')
  await seedDatabase()
  return url
}

async function ready(url: string, child: ChildProcess, output: string[]) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`The app did not come up:\n${output.join('')}`)
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) throw new Error(`The app ended by itself with code ${child.exitCode}.`)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(patience)
}
