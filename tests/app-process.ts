import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isBuilt } from '../app/server/launch/freshness.mjs'
import { freePort } from '../app/server/launch/port.mjs'

const root = path.resolve(import.meta.dirname, '..')

export type AppProcess = Awaited<ReturnType<typeof startApp>>

/**
 * Starts the built program, on a free port unless one is given, and waits until it is ready; fails with what it said
 * when it is not.
 */
export async function startApp(env: Record<string, string>, at?: number) {
  if (!isBuilt(root))
    throw new Error('There is no build of these sources: run `npm test`, or `npm run build` first.')
  const port = at ?? (await freePort(undefined))
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['app/server/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      APP_URL: url,
      PORT: String(port),
      UNDO_SECONDS: '0',
      ...env,
    },
  })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(String(part)))
  const lines = () => output.join('').split('\n').filter(Boolean)
  await ready(url, child, output)
  return {
    url,
    port,
    /** Its log, a line an entry. */
    log: () => lines().filter((line) => line.startsWith('{')),
    /** What it told whoever sat before it. */
    told: () => lines().filter((line) => !line.startsWith('{')),
    stop: () => stop(child),
    /** Ends it without a word, as a lack of memory does. */
    kill: () => kill(child),
  }
}

async function ready(url: string, child: ChildProcess, output: string[]) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/health/ready`).catch(() => null)
    if (answer?.ok) return
  }
  child.kill('SIGKILL')
  throw new Error(`The app did not come up:\n${output.join('')}`)
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null) throw new Error(`The app ended by itself with code ${child.exitCode}.`)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(patience)
}
