import { expect, test } from 'vitest'
import { connection } from '#db/client.server.ts'
import { testDatabase } from '#tests/database.ts'
import { changeFeed } from './change-feed.server.ts'

await testDatabase()

const eventId = 'an-event'

/** A feed whose changes are read as `find` says, what one listener heard of it, and a way to announce. */
async function feed(channel: string, find: (id: number) => Promise<{ id: number }>, stored: number[] = []) {
  const heard: number[] = []
  const { follow } = changeFeed({
    channel,
    mostAtOnce: 100,
    list: async (_, after) => stored.filter((id) => id > after).map((id) => ({ id })),
    find: (_, id) => find(id),
  })
  await follow(eventId, 0, ({ id }) => heard.push(id), new AbortController().signal)
  const announced: string[] = []
  await connection().sql.listen(channel, (payload) => void announced.push(payload))
  const announce = async (id: number) => {
    await connection().sql.notify(channel, `${eventId} ${id}`)
    await expect.poll(() => announced).toContain(`${eventId} ${id}`)
  }
  return { heard, announce }
}

test('a change that takes long to be read is heard before the next', async () => {
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { heard, announce } = await feed('slow_changes', async (id) => {
    if (id === 1) await gate
    return { id }
  })
  await announce(1)
  await announce(2)
  open()
  await expect.poll(() => heard).toEqual([1, 2])
})

test('a change that cannot be read is caught up with', async () => {
  const stored: number[] = []
  const { heard, announce } = await feed('failing_changes', () => Promise.reject(new Error('gone')), stored)
  stored.push(1)
  await announce(1)
  await expect.poll(() => heard).toEqual([1])
})
