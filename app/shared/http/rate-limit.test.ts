import { expect, test } from 'vitest'
import { withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { forgetOldTurns, returnTurn, sourceNetwork, takeTurn } from './rate-limit.server.ts'

const { sql } = await testDatabase()
const limit = { limit: 3, seconds: 60 }

test('so many turns and no more, however they come', async () => {
  const taken = await Promise.allSettled(
    Array.from({ length: 10 }, () => takeTurn('mail:an@example.org', limit)),
  )
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  await expect(takeTurn('mail:an@example.org', limit)).rejects.toMatchObject({
    code: 'too-many',
    kind: 'too-many',
  })
  await expect(takeTurn('mail:an@example.org', limit)).rejects.toHaveProperty('details.retryAfter', 60)
  await takeTurn('mail:binh@example.org', limit)
})

test('a turn given back can be taken again', async () => {
  for (let i = 0; i < 3; i++) await takeTurn('code', limit)
  await returnTurn('code')
  await takeTurn('code', limit)
  await expect(takeTurn('code', limit)).rejects.toMatchObject({ code: 'too-many' })
  await returnTurn('never taken')
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', ':0:0:0'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
])('%s comes from the network %s', (source, network) => {
  expect(sourceNetwork(source)).toBe(network)
})

test('no address is stored', async () => {
  const rows = await sql`select key from rate_limit`
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('example')
})

test('a turn stays taken when the work is undone', async () => {
  const work = () =>
    withTransaction(async () => {
      await takeTurn('undone', { limit: 1, seconds: 60 })
      throw new Error('undone')
    })
  await expect(work()).rejects.toThrow('undone')
  await expect(work()).rejects.toMatchObject({ code: 'too-many' })
})

test('a new window gives new turns', async () => {
  await sql`update rate_limit set resets_at = now() - interval '1 second'`
  await takeTurn('mail:an@example.org', limit)
  await forgetOldTurns()
  expect(await sql`select key from rate_limit`).toHaveLength(1)
})
