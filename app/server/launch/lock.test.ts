import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findHolder, judgeLock, takeLock } from './lock.mjs'
import { identityOf } from './process-identity.mjs'

const holder = {
  pid: 4711,
  identity: 'boot/100',
  host: 'here',
  purpose: 'npm start',
  state: 'running' as const,
  since: '2025-03-11T22:00:00.000Z',
  mark: 'm',
}
const seen = { host: 'here', pid: 1, alive: true, identity: 'boot/100', age: 0 }

describe('judgeLock', () => {
  it.each([
    ['a living holder holds', holder, seen, 'held'],
    ['a dead one does not', holder, { ...seen, alive: false }, 'stale'],
    [
      'a number that was given out again is not the holder',
      holder,
      { ...seen, identity: 'boot/200' },
      'stale',
    ],
    ['after a restart of the machine neither', holder, { ...seen, identity: 'later/100' }, 'stale'],
    [
      'where start times are unknown a living process holds',
      { ...holder, identity: null },
      { ...seen, identity: null },
      'held',
    ],
    [
      'our own number cannot be another holder',
      { ...holder, pid: 1, identity: null },
      { ...seen, identity: null },
      'stale',
    ],
    [
      'another machine holds while it touches the lock',
      { ...holder, host: 'there' },
      { ...seen, alive: false, age: 4_000 },
      'held',
    ],
    [
      'and no longer when it stopped to',
      { ...holder, host: 'there' },
      { ...seen, alive: false, age: 60_000 },
      'stale',
    ],
    ['a lock that is being written holds', null, { ...seen, alive: false, age: 10 }, 'held'],
    ['one that never was finished does not', null, { ...seen, alive: false, age: 60_000 }, 'stale'],
  ])('%s', (_, found, known, verdict) => {
    expect(judgeLock(found, known)).toBe(verdict)
  })
})

describe('takeLock', () => {
  let folder: string
  let file: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'ban-tron-lock-'))
    file = path.join(folder, 'lock')
  })
  beforeEach(() => rm(file, { force: true }))
  afterAll(() => rm(folder, { recursive: true }))

  const refuse = (found: { pid: number } | null) => `held by ${found?.pid}.`
  const take = (patience = 0) => takeLock(file, { purpose: 'test', patience, refuse })

  it('is held by one, who is named to the next, and free again afterwards', async () => {
    const lock = await take()
    await expect(take()).rejects.toThrow(`held by ${process.pid}.`)
    expect(findHolder(file)?.purpose).toBe('test')
    lock.release()
    expect(findHolder(file)).toBeNull()
    const next = await take()
    next.release()
  })

  it('waits for a holder that is stopping', async () => {
    const lock = await take()
    lock.stopping()
    setTimeout(() => lock.release(), 300)
    const next = await take()
    next.release()
  })

  it('takes over from a recycled process number', async () => {
    const stranger = { ...holder, pid: process.ppid, host: hostname(), identity: 'earlier/1' }
    await writeFile(file, JSON.stringify(stranger))
    const lock = await take()
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      pid: process.pid,
      identity: identityOf(process.pid),
    })
    lock.release()
  })

  it('takes over a torn lock', async () => {
    await writeFile(file, '{"pid":')
    await utimes(file, new Date(0), new Date(0))
    const lock = await take()
    lock.release()
  })

  it('goes to exactly one of many who find the same dead lock', async () => {
    await writeFile(file, JSON.stringify({ ...holder, pid: 2 ** 22 + 1, host: hostname() }))
    const takes = await Promise.allSettled(Array.from({ length: 20 }, () => take()))
    const taken = takes.filter((result) => result.status === 'fulfilled')
    expect(taken).toHaveLength(1)
    taken[0]?.value.release()
  })

  it('does not remove a lock that meanwhile is another one’s', async () => {
    const lock = await take()
    const other = { ...holder, pid: process.ppid, identity: identityOf(process.ppid), host: hostname() }
    await writeFile(file, JSON.stringify(other))
    lock.release()
    expect(findHolder(file)?.pid).toBe(process.ppid)
  })
})
