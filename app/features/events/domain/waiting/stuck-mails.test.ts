import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { countStuckMails } from './stuck-mails.server.ts'

await testDatabase()

async function mails(eventId: string, state: string, count: number, minutesAgo: number) {
  await database().execute(sql`
    insert into outbox (event_id, kind, locale, recipient_name, recipient_email, message_id, state, created_at)
    select ${eventId}, 'received', 'vi', 'A', 'a@example.org', gen_random_uuid(), ${state},
      now() - make_interval(mins => ${minutesAgo}::int) from generate_series(1, ${count}::int)`)
}

test('counts those that failed or wait too long, up to a hundred, of this event alone', async () => {
  const [at, other] = [await event(), await event()]
  await mails(at.id, 'sent', 5, 60)
  await mails(at.id, 'queued', 4, 1)
  await mails(other.id, 'failed', 9, 60)
  expect(await countStuckMails(system(), at.id)).toBe(0)
  await mails(at.id, 'queued', 2, 11)
  await mails(at.id, 'failed', 1, 0)
  expect(await countStuckMails(system(), at.id)).toBe(3)
  await mails(at.id, 'failed', 60, 5)
  await mails(at.id, 'queued', 60, 60)
  expect(await countStuckMails(system(), at.id)).toBe(100)
})

test('reads no mail that was sent, however many wait in other events', async () => {
  const [at, other] = [await event(), await event()]
  await mails(at.id, 'sent', 20_000, 60)
  await mails(other.id, 'queued', 4000, 60)
  await database().execute(sql`analyze outbox`)
  const read = await withTransaction(async () => {
    const before = await rowsReadSoFar()
    expect(await countStuckMails(system(), at.id)).toBe(0)
    return (await rowsReadSoFar()) - before
  })
  expect(read).toBe(0)
})

/** By this connection, since its counters were last handed in. */
async function rowsReadSoFar(): Promise<number> {
  const [seen] = await database().execute<{ count: string }>(
    sql`select seq_tup_read + idx_tup_fetch as count from pg_stat_xact_user_tables where relname = 'outbox'`,
  )
  return Number(seen?.count)
}
