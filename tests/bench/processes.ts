import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = path.resolve(import.meta.dirname, '..', '..')

const running = new Set<ChildProcess>()
const ours =
  /^(DATABASE_URL|DATA_DIR|PORT|HOST|APP_URL|SMTP_URL|MAIL_FROM|SESSION_SECRET|TRUST_PROXY|WORKER|LOG_LEVEL)$/

/** The program as `npm start` starts it; what it says goes to a file. Nothing of the caller's settings reaches it. */
export function startProgram(
  words: string[],
  settings: Record<string, string>,
  logFile: string,
): ChildProcess {
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  const log = openSync(logFile, 'a')
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const [, ...script] = String(scripts.start).split(' ')
  const child = spawn(process.execPath, [...script, ...words], {
    cwd: root,
    env: { ...Object.fromEntries(kept), NODE_ENV: 'production', ...settings },
    stdio: ['ignore', log, log],
  })
  return noted(child)
}

/** One of our own programs beside this file, with a line to talk on. */
export function startHelper(name: string): ChildProcess {
  return noted(fork(path.join(import.meta.dirname, name), { cwd: root, stdio: 'inherit' }))
}

function noted(child: ChildProcess): ChildProcess {
  running.add(child)
  return child.once('exit', () => running.delete(child))
}

export async function stopAll() {
  await Promise.all([...running].map(stop))
}

export async function tell<Answer>(child: ChildProcess, message?: object): Promise<Answer> {
  const answer = once(child, 'message')
  if (message) child.send(message)
  return (await answer)[0] as Answer
}

export async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  else child.kill('SIGTERM')
  await gone
}

/** Waits until an address answers 200. */
export async function untilReady(url: string, child: ChildProcess, logFile: string) {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; await sleep(10)) {
    if (child.exitCode !== null) break
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
  }
  throw new Error(`The program does not answer at ${url}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`)
}

/** Memory of a process that is its own or shared, in megabytes. */
export function memoryOf({ pid }: ChildProcess): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  }
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 1024
}

/** Processor time a process has used, in milliseconds; only Linux tells. */
export function processorTimeOf({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return Number.NaN
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return (user + system) * 10
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
