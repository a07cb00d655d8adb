import { expect, test, vi } from 'vitest'
import { announceLive } from '#app/features/agenda/domain/announce-live.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { followLive } from './live-hub.server.ts'
import type { LiveState } from './live-state.ts'

const { sql } = await testDatabase()

async function follow(eventId: string) {
  const heard: number[] = []
  const leave = await followLive(eventId, ({ state }) => {
    const line = state
      .toString()
      .split('\n')
      .find((one) => one.startsWith('data: '))
    heard.push((JSON.parse(line?.slice(6) ?? '{}') as LiveState).revision)
  })
  return { heard, leave }
}

test('a reading that fails is made again by itself, until everybody knows', async () => {
  const { id } = await event()
  const [first, second] = await Promise.all([follow(id), follow(id)])
  expect(first.heard.at(-1)).toBe(0)
  const said = vi.spyOn(log(), 'warn')
  await sql`alter table turn rename to turn_away`
  await announceLive(id)
  await announceLive(id)
  await vi.waitFor(() => expect(said).toHaveBeenCalled())
  // Somebody who comes meanwhile is told what was known last.
  const third = await follow(id)
  expect(third.heard).toEqual([0])
  await sql`alter table turn_away rename to turn`
  for (const { heard } of [first, second, third]) {
    await vi.waitFor(() => expect(heard.at(-1)).toBe(2), { timeout: 10_000 })
  }
  for (const { leave } of [first, second, third]) leave()
})

test('a change is heard after the listening connection was lost', async () => {
  const { id } = await event()
  const { heard, leave } = await follow(id)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and query ilike 'listen %' and datname = current_database()`
  await announceLive(id)
  await vi.waitFor(() => expect(heard.at(-1)).toBe(1), { timeout: 10_000 })
  leave()
})

test('whoever left is told nothing more', async () => {
  const { id } = await event()
  const [stays, goes] = await Promise.all([follow(id), follow(id)])
  goes.leave()
  await announceLive(id)
  await vi.waitFor(() => expect(stays.heard.at(-1)).toBe(1))
  expect(goes.heard).toEqual([0])
  stays.leave()
})
