import { expect, test } from 'vitest'
import { withTransaction } from '#db/transaction.server.ts'
import { statementsOf, testDatabase } from '#tests/database.ts'
import {
  attemptsCounted,
  countAttempt,
  countAttempts,
  forgetOldAttempts,
  forgiveAttempt,
  sourceNetwork,
} from './rate-limit.server.ts'

const { sql } = await testDatabase()
const limit = { limit: 3, seconds: 60 }

test('so many attempts and no more, however they come', async () => {
  const taken = await Promise.allSettled(
    Array.from({ length: 10 }, () => countAttempt('mail:an@example.org', limit)),
  )
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  await expect(countAttempt('mail:an@example.org', limit)).rejects.toMatchObject({
    code: 'too-many',
    kind: 'too-many',
  })
  await expect(countAttempt('mail:an@example.org', limit)).rejects.toHaveProperty('details.retryAfter', 60)
  await countAttempt('mail:binh@example.org', limit)
})

test('several are counted in one statement, those behind one that refuses not at all', async () => {
  const both = () =>
    countAttempts({ key: 'network', limit: 2, seconds: 60 }, { key: 'mailbox', limit: 3, seconds: 900 })
  expect(await statementsOf(both)).toHaveLength(1)
  await both()
  await expect(both()).rejects.toHaveProperty('details.retryAfter', 60)
  expect(await attemptsCounted('network')).toBe(3)
  expect(await attemptsCounted('mailbox')).toBe(2)
  await forgiveAttempt('network')
  await forgiveAttempt('network')
  await both()
  await forgiveAttempt('network')
  await expect(both()).rejects.toHaveProperty('details.retryAfter', 900)
})

test('an attempt that was forgiven can be made again', async () => {
  for (let i = 0; i < 3; i++) await countAttempt('code', limit)
  await forgiveAttempt('code')
  await countAttempt('code', limit)
  await expect(countAttempt('code', limit)).rejects.toMatchObject({ code: 'too-many' })
  await forgiveAttempt('never taken')
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

test('an attempt stays counted when the work is undone', async () => {
  const work = () =>
    withTransaction(async () => {
      await countAttempt('undone', { limit: 1, seconds: 60 })
      throw new Error('undone')
    })
  await expect(work()).rejects.toThrow('undone')
  await expect(work()).rejects.toMatchObject({ code: 'too-many' })
})

test('a new window counts anew', async () => {
  await sql`update rate_limit set resets_at = now() - interval '1 second'`
  await countAttempt('mail:an@example.org', limit)
  await forgetOldAttempts()
  expect(await sql`select key from rate_limit`).toHaveLength(1)
})
