import { afterEach, beforeEach, expect, test } from 'vitest'
import { asRefusal } from '#app/shared/http/refusals.server.ts'
import { closeConnection, connection } from '#db/client.server.ts'
import { testDatabase } from '#tests/database.ts'
import { loader } from './ready.ts'

const { url } = await testDatabase()
const held = globalThis as { banTronOutage?: unknown }

beforeEach(() => {
  delete held.banTronOutage
})
afterEach(async () => {
  process.env.DATABASE_URL = url
  await closeConnection()
})

async function answered() {
  const answer = await loader()
  const text = await answer.text()
  return [answer.status, answer.headers.get('Retry-After'), text.startsWith('{') ? JSON.parse(text) : text]
}

const out = (reason: string) => [503, '5', { ready: false, reason }]

test('a database that is well', async () => {
  expect(await answered()).toEqual([200, null, 'ready\n'])
})

test('a database that is away', async () => {
  await closeConnection()
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none'
  expect(await answered()).toEqual(out('database-away'))
})

test('a database that takes no writes', async () => {
  const name = new URL(url).pathname.slice(1)
  await connection().sql.unsafe(`alter database ${name} set default_transaction_read_only = on`)
  await closeConnection()
  expect(await answered()).toEqual(out('read-only'))
})

test.each([
  ['53100', 'disk-full'],
  ['53300', 'connections-exhausted'],
  ['57P03', 'database-away'],
])('%s that somebody has just met', async (code, reason) => {
  const own = new URL(url)
  own.searchParams.set('default_transaction_read_only', 'off')
  process.env.DATABASE_URL = own.href
  asRefusal(new Error('Failed query', { cause: Object.assign(new Error('out'), { code }) }))
  expect(await answered()).toEqual(out(reason))
})
