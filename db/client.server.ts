import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema/index.ts'

export type Database = ReturnType<typeof connect>['db']
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/** Opens a pool. Call `close()` when the process ends. */
export function connect(url: string, pool = 10) {
  const sql = postgres(url, { max: pool, onnotice: () => {}, connection: { application_name: 'ban-tron' } })
  return { sql, db: drizzle(sql, { schema, casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) }
}

type Connection = ReturnType<typeof connect>

// On globalThis, so that a module reloaded in development keeps the pool it had.
const held = globalThis as { banTronConnection?: Connection }

/** The process's connection, opened at the first use from DATABASE_URL. */
export function connection(): Connection {
  if (!held.banTronConnection) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start through `npm start`, which prepares it.')
    held.banTronConnection = connect(url)
  }
  return held.banTronConnection
}

export async function closeConnection() {
  await held.banTronConnection?.close()
  delete held.banTronConnection
}
