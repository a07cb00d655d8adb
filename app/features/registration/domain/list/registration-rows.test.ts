import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { listRegistrations } from './registrations.server.ts'

await testDatabase()

const count = 28_000
// By their places in the list: the edges of what a search looks at in order, and what lies behind them.
const rare = [1, 2000, 2001, 27_000, 27_001, count]
const at = await filled()

/** More people than a search looks at in order: every 250th is a Thưa, the next one a Thua; a few are of Hiếm, a quarter of one school. */
async function filled() {
  const made = await event()
  await database().execute(sql`
    insert into registration (event_id, category_id, arrival, state, name, email, email_key, affiliation, locale,
      consent_at, token_salt, token_hash)
    select ${made.id}, ${made.guest.id}, ${count} - place, 'pending',
      case when place % 250 = 0 then 'Thưa ' when place % 250 = 1 then 'Thua ' else 'Khách ' end || place,
      place || '@example.org', place || '@example.org',
      case when place in (${sql.join(rare, sql`, `)}) then 'Hiếm'
        when place % 4 = 2 then 'Đại học Sân khấu' else 'Tự do' end,
      'vi', now(), 'salt' || place, 'hash' || place
    from generate_series(1, ${count}::int) place`)
  await database().execute(sql`analyze registration`)
  return made
}

async function walk(q: string) {
  const forward: number[] = []
  const backward: number[] = []
  let page = await listRegistrations(system(), at.id, { q })
  forward.push(...places(page))
  while (page.next) {
    page = await listRegistrations(system(), at.id, { q, cursor: page.next })
    forward.push(...places(page))
  }
  backward.unshift(...places(page))
  while (page.previous) {
    page = await listRegistrations(system(), at.id, { q, cursor: page.previous })
    backward.unshift(...places(page))
  }
  return { forward, backward }
}

const places = ({ rows }: { rows: { email: string }[] }) =>
  rows.map(({ email }) => Number.parseInt(email, 10))
const every250th = (first: number) => Array.from({ length: count / 250 }, (_, i) => first + i * 250)

test.each([
  ['thưa', [...every250th(250), ...every250th(1)]],
  ['Thua', [...every250th(1), ...every250th(250)]],
  ['hiem', rare],
  ['hiếm', rare],
  ['hiem khach', rare.filter((place) => place % 250 > 1)],
  ['27001@example.org', [27_001]],
  ['nobody', []],
])('%s: each once and in order, both ways', async (q, expected) => {
  const { forward, backward } = await walk(q)
  expect(forward).toEqual(expected)
  expect(backward).toEqual(expected)
})

test.each(['dai hoc san khau', 'Khách', 'khach', 'nobody', '27001@example.org'])(
  '%s: the first page reads few rows of many',
  async (q) => {
    expect(await rowsRead(q)).toBeLessThan(5000)
  },
)

async function rowsRead(q: string): Promise<number> {
  return withTransaction(async () => {
    const before = await rowsReadSoFar()
    await listRegistrations(system(), at.id, { q })
    return (await rowsReadSoFar()) - before
  })
}

/** By this connection, since its counters were last handed in. */
async function rowsReadSoFar(): Promise<number> {
  const [seen] = await database().execute<{ count: string }>(
    sql`select seq_tup_read + idx_tup_fetch as count from pg_stat_xact_user_tables where relname = 'registration'`,
  )
  return Number(seen?.count)
}
